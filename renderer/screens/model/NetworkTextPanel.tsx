/** Where a network is written as text; an error stands below it, and the cursor where it is. */
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type TakeHow, takeNetworkText } from '../../actions/layers/takeNetworkText.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useEscape } from '../../components/useEscape.ts';
import { useNetworkText } from '../../state/networkText.ts';

export function NetworkTextPanel() {
  const text = useNetworkText((state) => state.text);
  return text === null ? null : <OpenPanel text={text} />;
}

function OpenPanel({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const { error, open, close } = useNetworkText();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    const at = error && indexOfPlace(field.current?.value ?? '', error.where);
    if (typeof at === 'number') field.current?.setSelectionRange(at, at + 1);
  }, [error]);
  useEscape(close);
  const take = (how: TakeHow) => void takeNetworkText(text, how);
  return (
    <section
      aria-label={t('networkText.title')}
      data-testid="network-text"
      className="border-b border-line bg-surface px-6 py-4"
    >
      <div className="mb-2 flex items-center gap-2">
        <h2 className="text-sm font-semibold">{t('networkText.title')}</h2>
        <span className="caption truncate">{t('networkText.note')}</span>
        <IconButton icon={X} label={t('networkText.close')} onClick={close} className="ml-auto" />
      </div>
      <textarea
        ref={field}
        aria-label={t('networkText.title')}
        aria-invalid={error !== null}
        spellCheck={false}
        rows={8}
        value={text}
        placeholder={'nn.Sequential(\n    nn.Linear(300, 200),\n    nn.LeakyReLU(),\n    …\n)'}
        onChange={(event) => open(event.target.value)}
        className="block w-full resize-y rounded-lg border border-line bg-raised p-2.5 font-mono text-xs leading-5 placeholder:text-faint aria-invalid:border-error"
      />
      {error ? (
        // The message begins with the place.
        <ErrorNote error={{ ...error.toData(), where: null }} isTitled={false} className="mt-2" />
      ) : null}
      <div className="mt-2 flex gap-2">
        <Button variant="primary" disabled={text.trim() === ''} onClick={() => take('replace')}>
          {t('networkText.replace')}
        </Button>
        <Button disabled={text.trim() === ''} onClick={() => take('insert')}>
          {t('networkText.insert')}
        </Button>
      </div>
    </section>
  );
}

/** Of `line 3, column 5`; null for a place that is none in the text. */
function indexOfPlace(text: string, where: string | null): number | null {
  const [, line, column] = /^line (\d+), column (\d+)$/.exec(where ?? '') ?? [];
  if (line === undefined || column === undefined) return null;
  const before = text.split('\n').slice(0, Number(line) - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + Number(column) - 1;
}

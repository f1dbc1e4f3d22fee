/**
 * Over every screen while the open experiment could not be read in full: what is missing, and why
 * nothing can be changed. Whoever tries is told at once, with the way out.
 */
import { Lock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { duplicateExperiment } from '../actions/duplicateExperiment.ts';
import { Button } from '../components/Button.tsx';
import { cn } from '../components/cn.ts';
import { i18n } from '../i18n/i18n.ts';
import { useMessage } from '../i18n/useMessage.ts';
import { useExperiment } from '../state/experiment.ts';
import { useExperimentLibrary } from '../state/experimentLibrary.ts';

const SHOWN = 3;

export function ReadOnlyBanner() {
  const { t } = useTranslation();
  const say = useMessage();
  const { id, draft, isReadOnly, refusals } = useExperiment();
  useEffect(tellRefusals, []);
  const losses = useExperimentLibrary(
    ({ documents }) => documents.find((one) => one.id === id)?.losses,
  );
  const [isWhole, setWhole] = useState(false);
  if (!isReadOnly || !draft || id === null) return null;
  const shown = isWhole ? losses : losses?.slice(0, SHOWN);
  const more = (losses?.length ?? 0) - SHOWN;
  return (
    <section
      // Another one with every refusal, so that it moves again.
      key={refusals}
      role="status"
      data-testid="read-only"
      className={cn(
        'flex items-start gap-2.5 border-t border-l border-line bg-sunken px-4 py-2.5',
        refusals > 0 && 'nudge',
      )}
    >
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />
      <div className="min-w-0 flex-1 selectable">
        <p className="font-medium">{t('readOnly.title')}</p>
        <ul className="max-h-40 overflow-y-auto text-xs text-muted">
          {shown?.map((loss) => (
            <li key={loss}>{say(loss)}</li>
          ))}
        </ul>
        {more > 0 && !isWhole ? (
          <Button variant="link" size="inline" className="text-xs" onClick={() => setWhole(true)}>
            {t('readOnly.more', { count: more })}
          </Button>
        ) : null}
      </div>
      <Button size="sm" onClick={changeCopy}>
        {t('readOnly.copy')}
      </Button>
    </section>
  );
}

function changeCopy(): void {
  toast.dismiss(TOAST);
  void duplicateExperiment();
}

const TOAST = 'read-only';

/** A toast is read out, too, and nearer to the hand than the banner. */
function tellRefusals(): () => void {
  return useExperiment.subscribe((state, before) => {
    if (state.refusals === before.refusals) return;
    toast(i18n.t('readOnly.refused'), {
      id: TOAST,
      action: { label: i18n.t('readOnly.copy'), onClick: changeCopy },
    });
  });
}

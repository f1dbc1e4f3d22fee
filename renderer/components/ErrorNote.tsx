/** An error in its place: what happened, where, and what to do. */
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOfPlace } from '../../core/contract/layerPath.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { optionPlaceWords } from '../i18n/optionPlaceWords.ts';
import { useMessage } from '../i18n/useMessage.ts';
import { useExperiment } from '../state/experiment.ts';
import { cn } from './cn.ts';

interface ErrorNoteProps {
  readonly error:
    | StudioError
    | { code: StudioError['code']; message: string; where: string | null; hint: string | null };
  /** False where a heading above says already what happened. */
  readonly isTitled?: boolean;
  readonly action?: ReactNode;
  readonly className?: string;
}

export function ErrorNote({ error, isTitled = true, action, className }: ErrorNoteProps) {
  const { t } = useTranslation();
  const say = useMessage();
  return (
    <div
      role="alert"
      className={cn('flex gap-2.5 rounded-lg bg-error-soft p-3 selectable', className)}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-error" />
      <div className="min-w-0 flex-1">
        {isTitled ? <p className="font-medium">{t(`errors.${error.code}`)}</p> : null}
        <p className="mt-0.5">{say(error.message)}</p>
        {error.where && !error.message.includes(error.where) ? <Place where={error.where} /> : null}
        {error.hint ? <p className="mt-1 text-muted">{say(error.hint)}</p> : null}
        {action ? <div className="mt-2 flex gap-2">{action}</div> : null}
      </div>
    </div>
  );
}

/** In the words of the forms, and a layer as the network counts it, not as a document writes them. */
function Place({ where }: { readonly where: string }) {
  const { t } = useTranslation();
  const say = useMessage();
  const option = useExperiment(({ draft }) => optionPlaceWords(where, draft?.spec ?? null));
  const path = pathOfPlace(where);
  const layer = path && t('editor.inLayer', { position: path.join('.') });
  const words = [layer, option].filter((one) => one !== null).join(' · ');
  return words === '' ? (
    <p className="number mt-1 text-xs text-muted">{say(where)}</p>
  ) : (
    <p className="mt-1 text-xs text-muted">{words}</p>
  );
}

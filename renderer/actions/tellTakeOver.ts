import { toast } from 'sonner';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { createFormat } from '../format/createFormat.ts';
import { deviceProblemText } from '../format/deviceProblemText.ts';
import { i18n } from '../i18n/i18n.ts';

/** Says, wherever the window is, that a GPU failed while it trained and the CPU went on. */
export function tellTakeOver(before: RunRecord | undefined, run: RunRecord): void {
  const earlier = run.executor?.earlier ?? [];
  const problem = earlier.at(-1)?.problem;
  if (!problem || !before || earlier.length <= (before.executor?.earlier?.length ?? 0)) return;
  const format = createFormat(i18n.language === 'ko' ? 'ko' : 'en');
  toast.warning(i18n.t('train.takenOver', { name: run.name }), {
    description: deviceProblemText(i18n.t, format, problem),
    duration: 10_000,
  });
}

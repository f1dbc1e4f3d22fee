import type { ExperimentReport } from '../../core/contract/ExperimentReport.ts';
import { useCheck } from './check.ts';
import { useExperiment } from './experiment.ts';

/**
 * Hands on what the studio says of the open document as it stands: at once where it is known, or
 * when it comes. Edits of a report fit no other document than the one it speaks of.
 *
 * Several wait for their turn: what one of them changes, the next is told of. Nothing is handed on
 * where the check fails, or another document is opened before it ends.
 */
export function whenChecked(work: (report: ExperimentReport) => void): void {
  const { opening } = useExperiment.getState();
  const isDone = (): boolean => {
    const now = useExperiment.getState();
    if (!now.draft || now.opening !== opening) return true;
    const { report, spec } = useCheck.getState();
    if (spec !== now.draft.spec) return false;
    if (report) work(report);
    return true;
  };
  if (isDone()) return;
  const end = useCheck.subscribe(() => {
    if (isDone()) end();
  });
}

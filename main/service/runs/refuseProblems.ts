import type { ExperimentReport } from '../../../core/contract/ExperimentReport.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';

/** Throws StudioError `invalid-experiment` with the first error of a report, and how many more there are. */
export function refuseProblems({ problems }: ExperimentReport): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return;
  const others = errors.length - 1;
  throw new StudioError('invalid-experiment', first.message, {
    where: first.where,
    hint:
      others === 0
        ? null
        : `There ${others === 1 ? 'is 1 more error' : `are ${others} more errors`}.`,
  });
}

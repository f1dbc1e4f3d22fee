/**
 * Which executor trained which iterations of a run: the ones before it are kept with the executor
 * that trains now, each up to the last iteration of it that still counts.
 */
import type { DeviceProblem } from '../../../core/contract/DeviceProblem.ts';
import type {
  EarlierExecutor,
  ExecutorInfo,
  RunPosition,
} from '../../../core/contract/RunRecord.ts';

/**
 * Of a run that goes on behind `position`, from its start where that is null. What trained behind it
 * counts no more; `problem` is that of the last one.
 */
export function executorsBefore(
  executor: ExecutorInfo | null,
  position: RunPosition | null,
  problem: DeviceProblem | null,
): EarlierExecutor[] {
  if (!executor) return [];
  const { name, detail, earlier = [] } = executor;
  const until = position ?? { epoch: 0, iteration: 0 };
  const current = { name, detail, until, problem };
  const last = earlier.findIndex((one) => one.until.iteration >= until.iteration);
  const reached = earlier[last];
  if (!reached) return [...earlier, current];
  // Nothing of the current one is left, and of a later part of the one before it nothing either.
  const isCut = reached.until.iteration > until.iteration;
  const kept = { ...reached, until, problem: isCut ? null : reached.problem };
  return [...earlier.slice(0, last), kept, ...(problem ? [current] : [])];
}

/** The executor that goes on, with those before it; the same one again is no change. */
export function withHistory(
  executor: ExecutorInfo,
  before: readonly EarlierExecutor[],
): ExecutorInfo {
  const last = before.at(-1);
  const isSame =
    last && !last.problem && last.name === executor.name && last.detail === executor.detail;
  const earlier = isSame ? before.slice(0, -1) : [...before];
  return { ...executor, ...(earlier.length > 0 && { earlier }) };
}

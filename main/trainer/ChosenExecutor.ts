import type { DeviceTiming } from '../../core/contract/RunRecord.ts';
import type { Executor } from '../../core/executors/Executor.ts';

/** What trains, and how it came to be chosen. */
export interface ChosenExecutor {
  readonly executor: Executor;
  /** Of all that were tried, fastest first; absent where there was nothing to choose from. */
  readonly timings?: readonly DeviceTiming[];
  /** What trying them took. */
  readonly measuredSeconds?: number;
}

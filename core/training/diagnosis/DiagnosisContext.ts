import type { DatasetTarget } from '../../contract/DatasetInfo.ts';
import type { GuardFinding } from '../../contract/GuardFinding.ts';

/** What the history alone does not tell. */
export interface DiagnosisContext {
  readonly target: DatasetTarget;
  /** The run ended because a number was no longer finite, or its loss exploded. */
  readonly hasDiverged: boolean;
  /** Dropout or weight decay, of which there can be less. */
  readonly isRegularized: boolean;
  /** What was seen inside the network. */
  readonly findings: readonly GuardFinding[];
}

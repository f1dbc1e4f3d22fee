import type { DatasetTarget } from '../../contract/DatasetInfo.ts';
import type { GuardFinding } from '../../contract/GuardFinding.ts';

/** What the history alone does not tell. */
export interface DiagnosisContext {
  readonly target: DatasetTarget;
  /** The run ended because a number was no longer finite. */
  readonly hasDiverged: boolean;
  /** What was seen inside the network. */
  readonly findings: readonly GuardFinding[];
}

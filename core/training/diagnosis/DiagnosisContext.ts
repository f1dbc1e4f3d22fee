import type { DatasetTarget } from '../../contract/DatasetInfo.ts';
import type { GuardFinding } from '../../contract/GuardFinding.ts';
import type { HarderTraining } from './harderTraining.ts';

/** What the history alone does not tell. */
export interface DiagnosisContext {
  readonly target: DatasetTarget;
  /** The run ended because a number was no longer finite, or its loss exploded. */
  readonly hasDiverged: boolean;
  /** Dropout or weight decay, of which there can be less. */
  readonly isRegularized: boolean;
  /** Why training losses may lie above those of validation. */
  readonly harderTraining: readonly HarderTraining[];
  /** Of the experiment: a run that has not come so far need not be told to train longer. */
  readonly plannedEpochs: number;
  /** What was seen inside the network. */
  readonly findings: readonly GuardFinding[];
}

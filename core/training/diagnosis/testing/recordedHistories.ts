/** The histories that scripts/recordHistories.ts recorded, and their diagnosis. */
import { readFileSync } from 'node:fs';
import type { DatasetTarget } from '../../../contract/DatasetInfo.ts';
import type { Diagnosis } from '../../../contract/Diagnosis.ts';
import type { GuardFinding } from '../../../contract/GuardFinding.ts';
import type { EpochMetrics } from '../../../contract/RunRecord.ts';
import { diagnose } from '../diagnose.ts';
import type { HarderTraining } from '../harderTraining.ts';

export interface Recorded {
  readonly name: string;
  readonly state: string;
  readonly target: DatasetTarget;
  readonly learningRate: number;
  readonly hasDiverged: boolean;
  /** Absent in those that were recorded before it was asked for. */
  readonly harderTraining?: readonly HarderTraining[];
  /** Training loss and accuracy, validation loss and accuracy of each epoch. */
  readonly history: readonly (readonly [number, number | null, number, number | null])[];
}

const path = new URL('../../../golden/histories.json', import.meta.url);
export const { cases: recordedHistories }: { cases: Recorded[] } = JSON.parse(
  readFileSync(path, 'utf8'),
);

export const firstRecorded = (state: string) =>
  recordedHistories.find((one) => one.state === state)!;

export function historyOf({ history, learningRate }: Recorded): EpochMetrics[] {
  return history.map(([trainLoss, trainAccuracy, validationLoss, validationAccuracy], index) => ({
    epoch: index + 1,
    iteration: index + 1,
    learningRate,
    train: { loss: trainLoss, accuracy: trainAccuracy },
    validation: { loss: validationLoss, accuracy: validationAccuracy },
    penalty: null,
    gradientNorm: null,
    seconds: 0,
  }));
}

type Given = Pick<Recorded, 'target' | 'hasDiverged' | 'harderTraining'>;

/** Of a run that came to its end. */
export function diagnoseRecorded(
  history: readonly EpochMetrics[],
  { target, hasDiverged, harderTraining = [] }: Given,
  findings: readonly GuardFinding[] = [],
): Diagnosis {
  return diagnose(history, {
    target,
    hasDiverged,
    isRegularized: true,
    harderTraining,
    plannedEpochs: history.length,
    findings,
  });
}

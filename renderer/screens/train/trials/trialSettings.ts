import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { TrialKind } from '../../../state/trials.ts';

/** What the outcome of a trial depends on, as a text to be compared. */
export function trialSettings(kind: TrialKind, spec: ExperimentSpec): string {
  const { name, schedule, warmup, training, optimizer, ...others } = spec;
  const { learningRate, ...options } = optimizer.options;
  const { batchSize, gradientClipping } = training;
  // A range test goes through all learning rates, whatever the one in use.
  const rate = kind === 'rates' ? null : (learningRate ?? null);
  return JSON.stringify([others, optimizer.type, options, rate, batchSize, gradientClipping]);
}

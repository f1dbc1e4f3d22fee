import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { prepareOptimizer } from '../optimizers/prepareOptimizer.ts';
import {
  type LearningRateSchedule,
  learningRateSchedule,
} from '../schedules/learningRateSchedule.ts';

/** The learning rates of an experiment. Throws StudioError `invalid-experiment` as its parts do. */
export function scheduleOf(
  { optimizer, schedule, warmup, training }: ExperimentSpec,
  iterationsPerEpoch: number,
): LearningRateSchedule {
  const { learningRate } = prepareOptimizer(optimizer).options;
  const { epochs } = training;
  return learningRateSchedule({ learningRate, schedule, warmup, iterationsPerEpoch, epochs });
}

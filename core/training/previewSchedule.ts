import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { SchedulePreview } from '../contract/SchedulePreview.ts';
import { scheduleHandles } from './scheduleHandles.ts';
import { scheduleOf } from './scheduleOf.ts';

/** Enough for a small picture. */
const MOST_POINTS = 241;

/**
 * The learning rates of an experiment as its training will use them, thinned evenly. Throws
 * StudioError `invalid-experiment` as scheduleOf does.
 */
export function previewSchedule(spec: ExperimentSpec, iterationsPerEpoch: number): SchedulePreview {
  const { epochs } = spec.training;
  const iterations = iterationsPerEpoch * epochs;
  const schedule = scheduleOf(spec, Math.max(1, iterationsPerEpoch));
  if (iterations === 0) return { iterations, points: [], reactsToValidation: false, handles: [] };

  const learningRateAt = schedule.during([]);
  const points = evenlySpaced(iterations, MOST_POINTS).map((iteration) => ({
    iteration,
    learningRate: learningRateAt(iteration),
  }));
  // What is known in the last epoch, of a loss that never improves on the first.
  const standstill = new Array<number>(epochs - 1).fill(1);
  const last = points.at(-1)?.learningRate;
  const reactsToValidation = schedule.during(standstill)(iterations) !== last;
  const handles = scheduleHandles(spec, schedule.layout, learningRateAt);
  return { iterations, points, reactsToValidation, handles };
}

/** At most `count` of 1, 2, ..., `last`, with both ends. */
function evenlySpaced(last: number, count: number): number[] {
  if (last <= count) return Array.from({ length: last }, (_, index) => index + 1);
  return Array.from({ length: count }, (_, index) =>
    Math.round(1 + (index * (last - 1)) / (count - 1)),
  );
}

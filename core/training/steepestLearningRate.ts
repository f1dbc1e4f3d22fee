import type { LearningRatePoint } from '../contract/LearningRateRange.ts';

/** Points on either side that a slope is taken over: single minibatches are noisy. */
const REACH = 12;

/**
 * The learning rate at which the loss falls fastest, before it is at its lowest; null when it never
 * falls. The slope is that of the least-squares line through the losses around a point, over equal
 * steps of log(learning rate), which have no lag as running means do.
 */
export function steepestLearningRate(points: readonly LearningRatePoint[]): number | null {
  const smoothed = points.map(({ smoothedLoss }) => smoothedLoss);
  const lowest = smoothed.indexOf(Math.min(...smoothed));
  let steepest = { slope: 0, at: -1 };
  for (let at = REACH; at <= Math.min(lowest, points.length - 1 - REACH); at++) {
    const slope = slopeAround(points, at);
    if (slope < steepest.slope) steepest = { slope, at };
  }
  return points[steepest.at]?.learningRate ?? null;
}

/** Loss a point: positions are symmetric around 0, so their mean drops out. */
function slopeAround(points: readonly LearningRatePoint[], at: number): number {
  let [products, squares] = [0, 0];
  for (let offset = -REACH; offset <= REACH; offset++) {
    products += offset * points[at + offset].loss;
    squares += offset * offset;
  }
  return products / squares;
}

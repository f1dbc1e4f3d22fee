/**
 * When a training that computes only nonsense must end, and what to say of it.
 *
 * A loss is measured before its update, so the last update of an epoch shows in no loss of that
 * epoch: the weights are looked at themselves before the epoch counts as done. Otherwise a run
 * could complete with weights that predict nothing and cannot be exported.
 */
import type { MetricPoint } from '../contract/RunRecord.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Checkpoint } from './TrainingEvent.ts';

/** Throws StudioError `diverged` at the first iteration whose loss is not finite. */
export function refuseDivergence(points: readonly MetricPoint[]): void {
  const broken = points.find(({ loss }) => !Number.isFinite(loss));
  if (broken) throw diverged(broken, `the loss of ${placeOf(broken)} is ${broken.loss}`);
}

/**
 * Throws StudioError `diverged` for state that is not finite; `last` is the update it comes from.
 */
export function refuseDivergedState(checkpoint: Checkpoint, last: MetricPoint): void {
  for (const [name, { data }] of Object.entries(checkpoint)) {
    const broken = data.find((value) => !Number.isFinite(value));
    if (broken === undefined) continue;
    throw diverged(last, `after ${placeOf(last)} "${name}" holds ${broken}`);
  }
}

const placeOf = ({ iteration, epoch }: MetricPoint) => `iteration ${iteration} (epoch ${epoch})`;

function diverged({ iteration, epoch, learningRate }: MetricPoint, what: string): StudioError {
  const advice = `Lower the learning rate, now ${learningRate}: a tenth of it is a good next try.`;
  const kept = epoch > 1 ? ' The epochs before are kept.' : '';
  return new StudioError('diverged', `Training diverged: ${what}.`, {
    where: `iteration ${iteration}`,
    hint: advice + kept,
  });
}

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

/**
 * Throws StudioError `diverged` at the first iteration whose loss is not finite, or larger than
 * `limit` (see explosionLimit).
 */
export function refuseDivergence(points: readonly MetricPoint[], limit: number): void {
  const broken = points.find(({ loss }) => !(loss <= limit));
  if (!broken) return;
  const exploded = Number.isFinite(broken.loss) ? `, over the limit of ${format(limit)}` : '';
  throw diverged(broken, `the loss of ${placeOf(broken)} is ${format(broken.loss)}${exploded}`);
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

const format = (value: number) =>
  Number.isFinite(value) ? Number(value.toPrecision(4)).toLocaleString('en-US') : String(value);

const placeOf = ({ iteration, epoch }: MetricPoint) => `iteration ${iteration} (epoch ${epoch})`;

function diverged({ iteration, epoch, learningRate }: MetricPoint, what: string): StudioError {
  const next = learningRate > 1 ? 'rates above 1 rarely learn' : 'a tenth of it is a good next try';
  const advice = `Lower the learning rate, now ${learningRate}: ${next}.`;
  const kept = epoch > 1 ? ' The epochs before are kept.' : '';
  return new StudioError('diverged', `Training diverged: ${what}.`, {
    where: `iteration ${iteration}`,
    hint: advice + kept,
  });
}

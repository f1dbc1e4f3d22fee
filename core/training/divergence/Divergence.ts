/**
 * When a training that computes only nonsense must end, and what to say of it.
 *
 * A loss is measured before its update, so the last update of an epoch shows in no loss of that
 * epoch: the weights are looked at themselves before the epoch counts as done. Otherwise a run
 * could complete with weights that predict nothing and cannot be exported.
 */
import type { GuardFinding } from '../../contract/GuardFinding.ts';
import { layerPlace } from '../../contract/layerPath.ts';
import type { MetricPoint } from '../../contract/RunRecord.ts';
import { StudioError } from '../../contract/StudioError.ts';
import { firstBroken } from '../inspection/firstFault.ts';
import type { Checkpoint } from '../TrainingEvent.ts';

export interface Divergence {
  /** The iteration in which it showed. */
  readonly point: MetricPoint;
  readonly what: string;
}

/**
 * At the first iteration whose loss is not finite, or larger than `limit` (see explosionLimit);
 * null where there is none.
 */
export function divergedLoss(points: readonly MetricPoint[], limit: number): Divergence | null {
  const point = points.find(({ loss }) => !(loss <= limit));
  if (!point) return null;
  const exploded = Number.isFinite(point.loss) ? `, over the limit of ${format(limit)}` : '';
  return { point, what: `the loss of ${placeOf(point)} is ${format(point.loss)}${exploded}` };
}

/** For state that is not finite; `last` is the update it comes from. */
export function divergedState(checkpoint: Checkpoint, last: MetricPoint): Divergence | null {
  for (const [name, { data }] of Object.entries(checkpoint)) {
    const broken = firstBroken(data);
    if (broken === null) continue;
    return { point: last, what: `after ${placeOf(last)} "${name}" holds ${broken}` };
  }
  return null;
}

/** Code `diverged`; placed at the layer where it began, if that is known. */
export function divergenceError(
  { point, what }: Divergence,
  finding: GuardFinding | null,
): StudioError {
  const { iteration, epoch, learningRate } = point;
  const next = learningRate > 1 ? 'rates above 1 rarely learn' : 'a tenth of it is a good next try';
  const [first] = finding?.remedies ?? [];
  const advice =
    !first || first.code === 'lower-learning-rate'
      ? `Lower the learning rate, now ${learningRate}: ${next}.`
      : first.text.en;
  const kept = epoch > 1 ? ' The epochs before are kept.' : '';
  const began = finding ? ` ${finding.text.en}` : '';
  return new StudioError('diverged', `Training diverged: ${what}.${began}`, {
    where: finding?.layer ? layerPlace(finding.layer) : `iteration ${iteration}`,
    hint: advice + kept,
  });
}

const format = (value: number) =>
  Number.isFinite(value) ? Number(value.toPrecision(4)).toLocaleString('en-US') : String(value);

const placeOf = ({ iteration, epoch }: MetricPoint) => `iteration ${iteration} (epoch ${epoch})`;

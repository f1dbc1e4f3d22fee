/**
 * When a guard speaks up, and what it says.
 *
 * Dead units: more than 60 % of a ReLU's units are not above 0 for any sample of the minibatch; no
 * gradient passes them, so they do not learn from it. Vanishing gradients: relative to its size,
 * the first layer's weight gets less than 0.003 of the gradient that the last layer's gets.
 * The thresholds were set on the trainings of scripts/recordHistories.ts; beside each stands what
 * they show.
 */
import type { GuardFinding } from '../../contract/GuardFinding.ts';
import { layerName } from '../../model/layerName.ts';
import { remedy } from '../diagnosis/remedies.ts';
import type { GuardedLayer, GuardedWeight } from './guardProgram.ts';

/** Lost runs: 0.78 and more; good ones 0.38 at most, 0.57 where a look has 29 samples. */
const DEAD_SHARE = 0.6;
/** Five Sigmoids in a row: 0.0008 to 0.0012; others 0.006 and more. */
const VANISHED = 0.003;

export interface GuardPlace {
  readonly epoch: number;
  readonly iteration: number;
  /** N of the minibatch looked at. */
  readonly samples: number;
  readonly learningRate: number;
}

export interface Rectified extends GuardedLayer {
  /** [units], the largest value of each over the minibatch. */
  readonly peaks: ArrayLike<number>;
}

/** Null for a layer that is well. */
export function deadUnits(
  { path, type, peaks }: Rectified,
  place: GuardPlace,
): GuardFinding | null {
  const units = peaks.length;
  const dead = Array.from(peaks).filter((peak) => !(peak > 0)).length;
  const share = dead / units;
  if (share <= DEAD_SHARE) return null;
  const [name, percent] = [layerName(path, type), (100 * share).toFixed(0)];
  const { samples, epoch, learningRate } = place;
  return {
    kind: 'dead-units',
    ...positionOf(path, type, place),
    tensor: null,
    numbers: { dead, units, share, samples },
    text: {
      en:
        `${percent} % of the units of ${name.en} were off for all ${samples} samples of a ` +
        `minibatch after epoch ${epoch}: they learn nothing from it.`,
      ko:
        `에포크 ${epoch} 뒤, 미니배치의 샘플 ${samples}개 모두에서 ${name.ko}의 노드 중 ` +
        `${percent} %가 꺼져 있었습니다. 꺼진 노드는 학습하지 못합니다.`,
    },
    remedies: [
      remedy('lower-learning-rate', learningRate / 10),
      remedy('use-leaky-relu'),
      remedy('normalize-batches'),
    ],
  };
}

export interface Weighted extends GuardedWeight {
  /** ‖∂loss/∂W‖ / ‖W‖. */
  readonly relativeGradient: number;
}

/** From the first weight to the last; null where the gradient arrives. */
export function vanishingGradients(
  weights: readonly Weighted[],
  place: GuardPlace,
): GuardFinding | null {
  const [first, last] = [weights[0], weights.at(-1)];
  if (!first || !last || first === last || !(last.relativeGradient > 0)) return null;
  const ratio = first.relativeGradient / last.relativeGradient;
  if (!(ratio < VANISHED)) return null;
  const { path, type, tensor } = first;
  const [name, end] = [layerName(path, type), layerName(last.path, last.type)];
  const shown = ratio === 0 ? '0' : ratio.toExponential(1);
  return {
    kind: 'vanishing-gradients',
    ...positionOf(path, type, place),
    tensor,
    numbers: { ratio, first: first.relativeGradient, last: last.relativeGradient },
    text: {
      en:
        `The gradient vanishes on its way back after epoch ${place.epoch}: relative to its ` +
        `weights, ${name.en} gets ${shown} times what ${end.en} gets.`,
      ko:
        `에포크 ${place.epoch} 뒤, 그래디언트가 뒤로 전달되며 소실됩니다. 가중치 크기에 견주어 ` +
        `${name.ko}의 그래디언트는 ${end.ko}의 ${shown}배입니다.`,
    },
    remedies: [remedy('change-activation'), remedy('normalize-batches')],
  };
}

function positionOf(path: readonly number[], type: string, { epoch, iteration }: GuardPlace) {
  return { epoch, lastEpoch: epoch, iteration, layer: [...path], layerType: type };
}

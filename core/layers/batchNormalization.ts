/**
 * Batch normalization over the axis of features (axis 1), for samples of any rank: the mathematics
 * that the BatchNorm layers share.
 *
 * y = γ (x − μ) / √(σ² + ε) + β. Training takes μ and the biased σ² of the minibatch; inference
 * takes the running ones, which training moves by `momentum` towards the minibatch's mean and
 * unbiased variance, n/(n − 1) times the biased. `momentum` is the weight of the new value, as in
 * PyTorch. Source: Ioffe and Szegedy, 2015.
 */
import { StudioError } from '../contract/StudioError.ts';
import { add, divide, mean, multiply, reshape, sqrt, subtract } from '../graph/ops.ts';
import { sizeOf, type Tensor } from '../graph/Tensor.ts';
import { filledWith } from './initializers.ts';
import type { BufferDefinition, LayerContext, ParameterDefinition } from './LayerDefinition.ts';

export type BatchNormOptions = {
  numFeatures: number;
  eps: number;
  momentum: number;
  affine: boolean;
};

export function batchNormParameters(options: BatchNormOptions): readonly ParameterDefinition[] {
  if (!options.affine) return [];
  const shape = [options.numFeatures];
  return [
    { name: 'weight', shape, decay: false, initialize: filledWith(1) },
    { name: 'bias', shape, decay: false, initialize: filledWith(0) },
  ];
}

export function batchNormBuffers({ numFeatures }: BatchNormOptions): readonly BufferDefinition[] {
  return [
    { name: 'running_mean', shape: [numFeatures], initial: 0 },
    { name: 'running_var', shape: [numFeatures], initial: 1 },
  ];
}

/** x [N, C, *] → [N, C, *], with C = numFeatures. */
export function normalizeBatch(
  context: LayerContext,
  x: Tensor,
  options: BatchNormOptions,
  layer: string,
): Tensor {
  return context.mode === 'training'
    ? normalizeByMinibatch(context, x, options, layer)
    : normalizeByRunningStatistics(context, x, options);
}

/** The centred minibatch is computed once; variance and output both come from it. */
function normalizeByMinibatch(
  context: LayerContext,
  x: Tensor,
  options: BatchNormOptions,
  layer: string,
): Tensor {
  const { numFeatures, eps, momentum, affine } = options;
  const count = sizeOf(x.shape) / numFeatures;
  if (count < 2) refuseSingleValue(layer);
  const axes = x.shape.map((_, axis) => axis).filter((axis) => axis !== 1);

  const batchMean = mean(x, { axes, keepDims: true });
  const centred = subtract(x, batchMean);
  const variance = mean(multiply(centred, centred), { axes, keepDims: true });
  const deviation = sqrt(add(variance, eps));

  const track = (name: string, value: Tensor): void => {
    const running = context.buffer(name);
    const change = subtract(reshape(value, [numFeatures]), running);
    context.updateBuffer(name, add(running, multiply(change, momentum)));
  };
  track('running_mean', batchMean);
  track('running_var', multiply(variance, count / (count - 1)));

  if (!affine) return divide(centred, deviation);
  const shape = perFeatureShape(x, numFeatures);
  const gamma = reshape(context.parameter('weight'), shape);
  const beta = reshape(context.parameter('bias'), shape);
  return add(multiply(centred, divide(gamma, deviation)), beta);
}

/** Folded into one scale and one shift per feature. */
function normalizeByRunningStatistics(
  context: LayerContext,
  x: Tensor,
  { numFeatures, eps, affine }: BatchNormOptions,
): Tensor {
  const runningMean = context.buffer('running_mean');
  const deviation = sqrt(add(context.buffer('running_var'), eps));
  const scale = divide(affine ? context.parameter('weight') : 1, deviation);
  const centre = multiply(runningMean, scale);
  const shift = affine ? subtract(context.parameter('bias'), centre) : multiply(centre, -1);
  const shape = perFeatureShape(x, numFeatures);
  return add(multiply(x, reshape(scale, shape)), reshape(shift, shape));
}

/** [1, C, 1 ...]: broadcasts a value per feature over minibatch and positions. */
function perFeatureShape(x: Tensor, numFeatures: number): number[] {
  return x.shape.map((_, axis) => (axis === 1 ? numFeatures : 1));
}

function refuseSingleValue(layer: string): never {
  throw new StudioError(
    'invalid-experiment',
    `${layer} needs more than 1 value per feature in training. Received a minibatch of 1.`,
    { hint: 'Raise the batch size, or drop a last minibatch of 1 with dropLast.' },
  );
}

import { StudioError } from '../contract/StudioError.ts';
import { add, divide, mean, multiply, sqrt, subtract } from '../graph/ops.ts';
import { type Shape, shapesEqual } from '../graph/Tensor.ts';
import { filledWith } from './initializers.ts';
import type { LayerDefinition } from './LayerDefinition.ts';
import { formatSampleShape, refuseShape } from './refuseShape.ts';

type LayerNormOptions = {
  normalizedShape: number[];
  eps: number;
  elementwiseAffine: boolean;
  bias: boolean;
};

/**
 * Normalizes every sample by itself over its last axes, then scales and shifts each place:
 * y = γ (x − μ) / √(σ² + ε) + β, σ² being the biased variance.
 *
 * Shape: [N, *] → [N, *], where * ends in normalizedShape; left out, it is the whole sample.
 * Learns: with `elementwiseAffine`, weight γ [*normalizedShape] from 1 and, with `bias`, bias β of
 * the same shape from 0.
 * Training and inference: the same; nothing depends on the minibatch.
 * Example: { type: 'LayerNorm' } behind 64 features learns 128 values.
 * Source: Ba, Kiros and Hinton, "Layer normalization", 2016.
 */
export const LayerNorm: LayerDefinition<LayerNormOptions> = {
  descriptor: {
    type: 'LayerNorm',
    family: 'normalization',
    summary: {
      en: 'Normalizes every sample by itself: the same in training and inference, at any batch size.',
      ko: '샘플마다 따로 정규화합니다. 학습과 추론이 같고 미니배치 크기의 영향을 받지 않습니다.',
    },
    equation: 'y = γ (x − μ) / √(σ² + ε) + β, μ and σ over the sample',
    options: [
      {
        name: 'normalizedShape',
        kind: 'integers',
        inferred: true,
        range: { minimum: 1 },
        label: { en: 'Normalized axes', ko: '정규화할 축의 크기' },
        help: {
          en: 'Sizes of the last axes, over which mean and variance are taken. Left out: the whole sample.',
          ko: '평균과 분산을 구할 마지막 축들의 크기입니다. 생략하면 샘플 전체입니다.',
        },
      },
      {
        name: 'eps',
        kind: 'number',
        default: 1e-5,
        range: { minimum: 0, minimumExclusive: true, maximum: 1 },
        label: { en: 'Epsilon ε', ko: '엡실론 ε' },
        help: {
          en: 'Added to the variance, so that a constant sample divides by no zero.',
          ko: '값이 모두 같은 샘플에서 0으로 나누지 않도록 분산에 더하는 작은 수입니다.',
        },
      },
      {
        name: 'elementwiseAffine',
        kind: 'boolean',
        default: true,
        label: { en: 'Scale', ko: '스케일' },
        help: {
          en: 'Learns a scale γ for each place and, with bias, a shift β.',
          ko: '위치마다 스케일 파라미터 γ를 학습하고, 편향을 켜면 이동 파라미터 β도 학습합니다.',
        },
      },
      {
        name: 'bias',
        kind: 'boolean',
        default: true,
        label: { en: 'Shift', ko: '이동' },
        help: {
          en: 'Learns a shift β for each place. Only together with the scale.',
          ko: '위치마다 이동 파라미터 β를 학습합니다. 스케일과 함께일 때만 씁니다.',
        },
      },
    ],
  },

  inferOptions: (inputShape) => ({ normalizedShape: [...inputShape] }),

  outputShape({ normalizedShape }, inputShape) {
    if (normalizedShape.length === 0) {
      const message = 'LayerNorm normalizedShape must have at least 1 axis. Received [].';
      throw new StudioError('invalid-experiment', message);
    }
    const last = inputShape.slice(-normalizedShape.length);
    if (shapesEqual(last, normalizedShape)) return inputShape;
    const expected = `samples that end in ${formatSampleShape(normalizedShape)}`;
    return refuseShape('LayerNorm', expected, inputShape);
  },

  parameters({ normalizedShape: shape, elementwiseAffine, bias }) {
    if (!elementwiseAffine) return [];
    const weight = { name: 'weight', shape, decay: false, initialize: filledWith(1) };
    return bias
      ? [weight, { name: 'bias', shape, decay: false, initialize: filledWith(0) }]
      : [weight];
  },

  forward(context, x, { normalizedShape, eps, elementwiseAffine, bias }) {
    const axes = lastAxes(x.shape, normalizedShape.length);
    const centred = subtract(x, mean(x, { axes, keepDims: true }));
    const variance = mean(multiply(centred, centred), { axes, keepDims: true });
    const normal = divide(centred, sqrt(add(variance, eps)));
    if (!elementwiseAffine) return normal;
    const scaled = multiply(normal, context.parameter('weight'));
    return bias ? add(scaled, context.parameter('bias')) : scaled;
  },
};

const lastAxes = (shape: Shape, count: number) =>
  Array.from({ length: count }, (_, index) => shape.length - count + index);

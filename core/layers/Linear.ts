import type { Options } from '../contract/ModelSpec.ts';
import { add, matmul } from '../graph/ops.ts';
import type { Shape } from '../graph/Tensor.ts';
import { uniform } from './initializers.ts';
import type { LayerDefinition } from './LayerDefinition.ts';
import { refuseShape } from './refuseShape.ts';

type LinearOptions = { inFeatures: number; outFeatures: number; bias: boolean };

/**
 * Multiplies every sample by a learned matrix: y = x Wᵀ + b.
 *
 * Shape: [N, inFeatures] → [N, outFeatures].
 * Learns: weight [outFeatures, inFeatures] and, with `bias`, bias [outFeatures], both from U(-k, k)
 * with k = 1/√inFeatures: PyTorch's kaiming_uniform(a = √5).
 * Training and inference: the same.
 * Example: { type: 'Linear', options: { outFeatures: 10 } } behind 784 features holds 7,850 values.
 */
export const Linear: LayerDefinition<LinearOptions> = {
  descriptor: {
    type: 'Linear',
    family: 'linear',
    summary: {
      en: 'Weighs and sums all features of the layer before; every output has its own weights.',
      ko: '이전 계층의 모든 특징에 가중치를 곱해 더하며, 출력마다 가중치가 따로 있습니다.',
    },
    equation: 'y = x Wᵀ + b',
    options: [
      {
        name: 'inFeatures',
        kind: 'integer',
        inferred: true,
        range: { minimum: 1 },
        label: { en: 'Input features', ko: '입력 특징 수' },
        help: {
          en: 'Numbers in each sample that arrives. Follows from the layer before.',
          ko: '들어오는 샘플 하나에 담긴 숫자의 개수입니다. 이전 계층에 따라 정해집니다.',
        },
      },
      {
        name: 'outFeatures',
        kind: 'integer',
        range: { minimum: 1, maximum: 65_536 },
        label: { en: 'Output features', ko: '출력 특징 수' },
        help: {
          en: 'Nodes of this layer. In the last layer of a classifier: the number of classes.',
          ko: '이 계층의 노드 수입니다. 분류 모델의 마지막 계층에서는 클래스 수와 같습니다.',
        },
      },
      {
        name: 'bias',
        kind: 'boolean',
        default: true,
        label: { en: 'Bias', ko: '편향' },
        help: {
          en: 'Adds a learned number to each output. Not needed right in front of a batch normalization.',
          ko: '출력마다 학습되는 값을 하나씩 더합니다. 바로 뒤에 배치 정규화가 오면 필요하지 않습니다.',
        },
      },
    ],
  },

  inferOptions: (inputShape): Options =>
    inputShape.length === 1 ? { inFeatures: inputShape[0] } : {},

  outputShape(options, inputShape) {
    const { inFeatures, outFeatures } = options;
    if (inputShape.length !== 1) {
      const expected =
        inFeatures === undefined ? 'a flat list of features' : `${inFeatures} features`;
      return refuseShape('Linear', expected, inputShape, 'insert Flatten');
    }
    if (inputShape[0] !== inFeatures) {
      return refuseShape('Linear', `${inFeatures} features`, inputShape);
    }
    return [outFeatures];
  },

  parameters({ inFeatures, outFeatures, bias }) {
    const initialize = uniform(1 / Math.sqrt(inFeatures));
    const weightShape: Shape = [outFeatures, inFeatures];
    const weight = { name: 'weight', shape: weightShape, decay: true, initialize, hasFans: true };
    return bias
      ? [weight, { name: 'bias', shape: [outFeatures], decay: false, initialize }]
      : [weight];
  },

  multiplyAdds: ({ inFeatures, outFeatures }) => inFeatures * outFeatures,

  forward(context, x, { bias }) {
    const product = matmul(x, context.parameter('weight'), { transposeB: true });
    return bias ? add(product, context.parameter('bias')) : product;
  },
};

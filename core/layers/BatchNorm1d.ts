import type { Options } from '../contract/ModelSpec.ts';
import {
  type BatchNormOptions,
  batchNormBuffers,
  batchNormParameters,
  normalizeBatch,
} from './batchNormalization.ts';
import { batchNormOptions } from './batchNormOptions.ts';
import type { LayerDefinition } from './LayerDefinition.ts';
import { refuseShape } from './refuseShape.ts';

/**
 * Normalizes every feature over the minibatch, then scales and shifts it:
 * y = γ (x − μ) / √(σ² + ε) + β.
 *
 * Shape: [N, F] → [N, F], or [N, F, L] → [N, F, L] with statistics over N and L; F = numFeatures.
 * Learns: with `affine`, weight γ [F] from 1 and bias β [F] from 0. Remembers running_mean [F] from
 * 0 and running_var [F] from 1.
 * Training: μ and σ² of the minibatch, which needs more than one value per feature. Inference: the
 * running ones.
 * Example: { type: 'BatchNorm1d' } behind 200 features learns 400 values and remembers 400.
 */
export const BatchNorm1d: LayerDefinition<BatchNormOptions> = {
  descriptor: {
    type: 'BatchNorm1d',
    family: 'normalization',
    summary: {
      en: 'Normalizes every feature over the minibatch. Training gets faster and bears larger learning rates.',
      ko: '미니배치마다 각 특징을 정규화합니다. 학습이 빨라지고 더 큰 학습률을 쓸 수 있습니다.',
    },
    equation: 'y = γ (x − μ) / √(σ² + ε) + β',
    options: batchNormOptions({
      label: { en: 'Features', ko: '특징 수' },
      help: {
        en: 'Numbers in each sample that arrives. Follows from the layer before.',
        ko: '들어오는 샘플 하나에 담긴 숫자의 개수입니다. 이전 계층에 따라 정해집니다.',
      },
    }),
  },

  inferOptions: ([numFeatures]): Options => (numFeatures === undefined ? {} : { numFeatures }),

  outputShape({ numFeatures }, inputShape) {
    if (inputShape.length !== 1 && inputShape.length !== 2) {
      return refuseShape('BatchNorm1d', 'a list of features', inputShape, 'insert Flatten');
    }
    if (inputShape[0] !== numFeatures) {
      return refuseShape('BatchNorm1d', `${numFeatures} features`, inputShape);
    }
    return inputShape;
  },

  parameters: batchNormParameters,
  buffers: batchNormBuffers,
  forward: (context, x, options) => normalizeBatch(context, x, options, 'BatchNorm1d'),
};

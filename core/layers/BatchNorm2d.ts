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
 * Normalizes every channel over the minibatch and all pixels, then scales and shifts it:
 * y = γ (x − μ) / √(σ² + ε) + β.
 *
 * Shape: [N, C, H, W] → [N, C, H, W]; C = numFeatures.
 * Learns: with `affine`, weight γ [C] from 1 and bias β [C] from 0. Remembers running_mean [C] from
 * 0 and running_var [C] from 1.
 * Training: μ and σ² of the minibatch, which needs more than one value per channel. Inference: the
 * running ones.
 * Example: { type: 'BatchNorm2d' } behind 16 channels learns 32 values and remembers 32.
 */
export const BatchNorm2d: LayerDefinition<BatchNormOptions> = {
  descriptor: {
    type: 'BatchNorm2d',
    family: 'normalization',
    summary: {
      en: 'Normalizes every channel of images over the minibatch. Stands behind a convolution.',
      ko: '미니배치마다 이미지의 각 채널을 정규화합니다. 합성곱 뒤에 둡니다.',
    },
    equation: 'y = γ (x − μ) / √(σ² + ε) + β, μ and σ over N, H, W',
    options: batchNormOptions({
      label: { en: 'Channels', ko: '채널 수' },
      help: {
        en: 'Channels of the images that arrive. Follows from the layer before.',
        ko: '들어오는 이미지의 채널 수입니다. 이전 계층에 따라 정해집니다.',
      },
    }),
  },

  inferOptions: ([numFeatures]): Options => (numFeatures === undefined ? {} : { numFeatures }),

  outputShape({ numFeatures }, inputShape) {
    if (inputShape.length !== 3) {
      const remedy = inputShape.length < 3 ? 'use BatchNorm1d' : undefined;
      return refuseShape('BatchNorm2d', 'images of channels × height × width', inputShape, remedy);
    }
    if (inputShape[0] !== numFeatures) {
      return refuseShape('BatchNorm2d', `${numFeatures} channels`, inputShape);
    }
    return inputShape;
  },

  parameters: batchNormParameters,
  buffers: batchNormBuffers,
  forward: (context, x, options) => normalizeBatch(context, x, options, 'BatchNorm2d'),
};

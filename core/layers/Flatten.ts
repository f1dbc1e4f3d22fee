import { reshape } from '../graph/ops.ts';
import { sizeOf } from '../graph/Tensor.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

/**
 * Lays the numbers of a sample in a row: y = x, row-major.
 *
 * Shape: [N, *] → [N, product of *]. The minibatch axis stays.
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'Flatten' } turns images [N, 1, 28, 28] into [N, 784].
 */
export const Flatten: LayerDefinition = {
  descriptor: {
    type: 'Flatten',
    family: 'shape',
    summary: {
      en: 'Lays the values of a sample, such as the pixels of an image, in one row.',
      ko: '이미지의 픽셀처럼 여러 축에 놓인 샘플의 값을 한 줄로 폅니다.',
    },
    equation: 'y = x, [N, C, H, W] → [N, C·H·W]',
    options: [],
  },
  outputShape: (_options, inputShape) => [sizeOf(inputShape)],
  forward: (_context, x) => reshape(x, [x.shape[0], sizeOf(x.shape.slice(1))]),
};

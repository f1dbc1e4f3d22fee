import { sigmoid } from '../graph/ops.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

/**
 * Squeezes values into (0, 1): y = 1 / (1 + e⁻ˣ), elementwise.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'Sigmoid' } turns [-2, 0, 2] into [0.119, 0.5, 0.881].
 */
export const Sigmoid: LayerDefinition = {
  descriptor: {
    type: 'Sigmoid',
    family: 'activation',
    summary: {
      en: 'Squeezes values into (0, 1). Its gradient fades for large inputs, which slows deep networks.',
      ko: '값을 0과 1 사이로 압축합니다. 입력이 크면 그래디언트가 거의 사라져 깊은 신경망의 학습이 느려집니다.',
    },
    equation: 'y = 1 / (1 + e⁻ˣ)',
    options: [],
  },
  outputShape: (_options, inputShape) => inputShape,
  forward: (_context, x) => sigmoid(x),
};

import { multiply, sigmoid } from '../graph/ops.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

/**
 * Weighs every value by its own sigmoid: y = x / (1 + e⁻ˣ), elementwise; also called swish.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'SiLU' } turns [-2, 0, 2] into [-0.238, 0, 1.762].
 * Source: Elfwing, Uchibe and Doya, "Sigmoid-weighted linear units", 2017.
 */
export const SiLU: LayerDefinition = {
  descriptor: {
    type: 'SiLU',
    family: 'activation',
    summary: {
      en: 'A smooth ReLU: each value is multiplied by its own sigmoid. Also called swish.',
      ko: '매끄러운 ReLU로, 각 값에 자신의 시그모이드를 곱합니다. swish라고도 합니다.',
    },
    equation: 'y = x · sigmoid(x)',
    options: [],
  },
  outputShape: (_options, inputShape) => inputShape,
  forward: (_context, x) => multiply(x, sigmoid(x)),
};

import { tanh } from '../graph/ops.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

/**
 * Squeezes values into (-1, 1): y = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ), elementwise.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'Tanh' } turns [-1, 0, 1] into [-0.762, 0, 0.762].
 */
export const Tanh: LayerDefinition = {
  descriptor: {
    type: 'Tanh',
    family: 'activation',
    summary: {
      en: 'Squeezes values into (-1, 1), centred on 0.',
      ko: '값을 0을 중심으로 -1과 1 사이로 압축합니다.',
    },
    equation: 'y = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)',
    options: [],
  },
  outputShape: (_options, inputShape) => inputShape,
  forward: (_context, x) => tanh(x),
};

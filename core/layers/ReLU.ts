import { relu } from '../graph/ops.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

/**
 * Cuts negative values off: y = max(x, 0), elementwise; its gradient at 0 is 0.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'ReLU' } turns [-1, 0, 2] into [0, 0, 2].
 */
export const ReLU: LayerDefinition = {
  descriptor: {
    type: 'ReLU',
    family: 'activation',
    summary: {
      en: 'Passes positive values on and sets negative ones to 0.',
      ko: '양수는 그대로 통과시키고 음수는 0으로 만듭니다.',
    },
    equation: 'y = max(x, 0)',
    options: [],
  },
  outputShape: (_options, inputShape) => inputShape,
  forward: (_context, x) => relu(x),
};

import type { LayerDefinition } from './LayerDefinition.ts';

/**
 * Hands its input on: y = x. A place holder, or the empty path of a comparison.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'Identity' } turns [-1, 0, 2] into [-1, 0, 2].
 */
export const Identity: LayerDefinition = {
  descriptor: {
    type: 'Identity',
    family: 'shape',
    summary: {
      en: 'Hands values on as they are. Puts a layer out of action without moving the others.',
      ko: '값을 그대로 내보냅니다. 다른 계층의 위치를 바꾸지 않고 한 계층을 꺼 둘 때 씁니다.',
    },
    equation: 'y = x',
    options: [],
  },
  outputShape: (_options, inputShape) => inputShape,
  forward: (_context, x) => x,
};

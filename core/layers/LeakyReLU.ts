import { greater, multiply, where } from '../graph/ops.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

type LeakyReLUOptions = { negativeSlope: number };

/**
 * Shrinks negative values instead of cutting them off: y = x where x > 0, else negativeSlope · x,
 * elementwise.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'LeakyReLU' } turns [-1, 0, 2] into [-0.01, 0, 2].
 */
export const LeakyReLU: LayerDefinition<LeakyReLUOptions> = {
  descriptor: {
    type: 'LeakyReLU',
    family: 'activation',
    summary: {
      en: 'Like ReLU, but lets a small share of negative values through, so that no node stops learning.',
      ko: 'ReLU와 같지만 음수도 조금 통과시켜, 학습을 멈추는 노드가 생기지 않게 합니다.',
    },
    equation: 'y = max(x, 0) + negativeSlope · min(x, 0)',
    options: [
      {
        name: 'negativeSlope',
        kind: 'number',
        default: 0.01,
        range: { minimum: 0, maximum: 1 },
        label: { en: 'Negative slope', ko: '음수 구간의 기울기' },
        help: {
          en: 'Share of a negative value that passes. 0 is ReLU; 1 leaves everything as it is.',
          ko: '음수가 통과하는 비율입니다. 0이면 ReLU와 같고, 1이면 입력을 그대로 내보냅니다.',
        },
      },
    ],
  },
  outputShape: (_options, inputShape) => inputShape,
  /** No gradient passes through the slopes: the backward pass is one multiplication. */
  forward: (_context, x, { negativeSlope }) => multiply(x, where(greater(x, 0), 1, negativeSlope)),
};

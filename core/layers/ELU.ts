import { exp, greater, multiply, subtract, where } from '../graph/ops.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

type ELUOptions = { alpha: number };

/**
 * Bends negative values towards −α instead of cutting them off: y = x where x > 0, else α (eˣ − 1),
 * elementwise; its gradient at 0 is α.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'ELU' } turns [-1, 0, 2] into [-0.632, 0, 2].
 * Source: Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by
 * exponential linear units", 2015.
 */
export const ELU: LayerDefinition<ELUOptions> = {
  descriptor: {
    type: 'ELU',
    family: 'activation',
    summary: {
      en: 'Like ReLU, but bends smoothly towards −α for negative values, so that outputs centre near 0.',
      ko: 'ReLU와 같지만 음수 구간이 −α로 매끄럽게 휘어, 출력의 평균이 0에 가까워집니다.',
    },
    equation: 'y = x for x > 0, else α (eˣ − 1)',
    options: [
      {
        name: 'alpha',
        kind: 'number',
        default: 1,
        range: { minimum: 0, minimumExclusive: true, maximum: 100 },
        label: { en: 'Alpha α', ko: '알파 α' },
        help: {
          en: 'Large negative values come out as −α. With 1 the slope is continuous at 0.',
          ko: '큰 음수는 −α로 나갑니다. 1이면 0에서 기울기가 끊기지 않습니다.',
        },
      },
    ],
  },
  outputShape: (_options, inputShape) => inputShape,
  /** The exponential sees no positive value: it could overflow, and ∞ · 0 would be NaN. */
  forward(_context, x, { alpha }) {
    const isPositive = greater(x, 0);
    const below = where(isPositive, 0, x);
    return where(isPositive, x, multiply(subtract(exp(below), 1), alpha));
  },
};

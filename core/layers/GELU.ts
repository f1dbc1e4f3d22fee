import { add, erf, multiply, tanh } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

type GELUOptions = { approximate: string };

/**
 * Weighs every value by the share of a normal distribution below it: y = x Φ(x), elementwise, with
 * Φ(x) = (1 + erf(x/√2)) / 2, or approximately (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'GELU' } turns [-2, 0, 2] into [-0.046, 0, 1.954].
 * Source: Hendrycks and Gimpel, "Gaussian error linear units", 2016.
 */
export const GELU: LayerDefinition<GELUOptions> = {
  descriptor: {
    type: 'GELU',
    family: 'activation',
    summary: {
      en: 'A smooth ReLU: each value is multiplied by the probability that a normal number lies below it.',
      ko: '매끄러운 ReLU로, 표준정규분포에서 그 값보다 작을 확률을 각 값에 곱합니다.',
    },
    equation: 'y = x · Φ(x), Φ(x) = (1 + erf(x / √2)) / 2',
    options: [
      {
        name: 'approximate',
        kind: 'choice',
        default: 'none',
        choices: ['none', 'tanh'],
        label: { en: 'Approximation', ko: '근사' },
        help: {
          en: 'none: the exact distribution. tanh: a close formula that older models were trained with.',
          ko: 'none: 정확한 분포를 씁니다. tanh: 이전 모델들이 학습에 쓴 근사식을 씁니다.',
        },
      },
    ],
  },
  outputShape: (_options, inputShape) => inputShape,
  forward: (_context, x, { approximate }) =>
    multiply(multiply(x, 0.5), add(approximate === 'tanh' ? tanhShare(x) : erfShare(x), 1)),
};

const erfShare = (x: Tensor) => erf(multiply(x, Math.SQRT1_2));

function tanhShare(x: Tensor): Tensor {
  const cube = multiply(multiply(x, x), x);
  return tanh(multiply(add(x, multiply(cube, 0.044715)), Math.sqrt(2 / Math.PI)));
}

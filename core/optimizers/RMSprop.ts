import { add, divide, multiply, relu, sqrt, subtract } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';
import {
  epsOption,
  gradientWithPenalty,
  learningRateOption,
  weightDecayOptions,
} from './commonOptions.ts';
import type { OptimizerDefinition, OptimizerOptions } from './OptimizerDefinition.ts';

type RMSpropOptions = OptimizerOptions & {
  alpha: number;
  eps: number;
  momentum: number;
  centered: boolean;
};

/**
 * Divides the gradient by the root of its recent mean square:
 *
 *   g ← g + λ p;  v ← α v + (1 − α) g²;  d = g/(√v + ε);  p ← p − lr · d,
 *
 * with `momentum` u ← μ u + d and p ← p − lr · u; `centered` takes v − ḡ² for v, where ḡ is the
 * recent mean of g. The slots hold V = v/(1 − α) and G = ḡ/(1 − α); with s = √(1 − α), d is
 * (g/s)/(√V + ε/s). v − ḡ² is not negative but may round to it: PyTorch then gives NaN, here it
 * counts as 0.
 * Source: Tieleman and Hinton, lecture 6.5, 2012; centered: Graves, "Generating sequences", 2013.
 */
export const RMSprop: OptimizerDefinition<RMSpropOptions> = {
  descriptor: {
    type: 'RMSprop',
    family: 'adaptive',
    summary: {
      en: 'A learning rate per parameter from the recent size of its gradients.',
      ko: '최근 그래디언트의 크기로 파라미터마다 학습률을 조절합니다.',
    },
    equation: 'v ← α v + (1 − α) g²;  p ← p − lr · g / (√v + ε)',
    options: [
      learningRateOption(0.01),
      {
        name: 'alpha',
        symbols: ['α'],
        kind: 'number',
        default: 0.99,
        range: { minimum: 0, maximum: 1, maximumExclusive: true },
        label: { en: 'Alpha α', ko: '알파 α' },
        help: {
          en: 'How much of the past the mean of the squared gradient keeps.',
          ko: '그래디언트 제곱의 평균이 과거 값을 유지하는 비율입니다.',
        },
      },
      epsOption(1e-8),
      {
        name: 'momentum',
        symbols: ['μ'],
        kind: 'number',
        default: 0,
        range: { minimum: 0, maximum: 1, maximumExclusive: true },
        label: { en: 'Momentum μ', ko: '모멘텀 μ' },
        help: {
          en: 'Share of the velocity that is kept. Smooths zig-zag and passes small minima.',
          ko: '이전 속도를 유지하는 비율입니다. 지그재그를 줄이고 작은 최소점을 지나갑니다.',
        },
      },
      {
        name: 'centered',
        kind: 'boolean',
        default: false,
        label: { en: 'Centered', ko: '중심화' },
        help: {
          en: 'Divides by the deviation of the gradient instead of its size.',
          ko: '그래디언트의 크기 대신 평균에서 벗어난 정도로 나눕니다.',
        },
      },
      ...weightDecayOptions,
    ],
  },

  slots: ({ momentum, centered }) => [
    { name: 'squareSum', initial: 0 },
    ...(centered ? [{ name: 'gradientSum', initial: 0 }] : []),
    ...(momentum === 0 ? [] : [{ name: 'velocity', initial: 0 }]),
  ],

  update(update, { alpha, eps, momentum, centered }) {
    const { parameter, learningRate, weightDecay } = update;
    const scale = Math.sqrt(1 - alpha);
    const gradient = gradientWithPenalty(update.gradient, parameter, weightDecay);
    const squareSum = add(multiply(update.slots.squareSum, alpha), multiply(gradient, gradient));
    const slots: Record<string, Tensor> = { squareSum };
    let spread = squareSum;
    if (centered) {
      slots.gradientSum = add(multiply(update.slots.gradientSum, alpha), gradient);
      const meanSquare = multiply(multiply(slots.gradientSum, 1 - alpha), slots.gradientSum);
      spread = relu(subtract(squareSum, meanSquare));
    }
    let direction = divide(gradient, add(sqrt(spread), eps / scale));
    if (momentum !== 0) {
      direction = add(multiply(update.slots.velocity, momentum), direction);
      slots.velocity = direction;
    }
    const step = multiply(direction, multiply(learningRate, 1 / scale));
    return { parameter: subtract(parameter, step), slots };
  },
};

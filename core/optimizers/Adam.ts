import { add, divide, multiply, sqrt, subtract } from '../graph/ops.ts';
import { gradientWithPenalty, learningRateOption, weightDecayOptions } from './commonOptions.ts';
import type { OptimizerDefinition, OptimizerOptions } from './OptimizerDefinition.ts';

type AdamOptions = OptimizerOptions & { betas: readonly number[]; eps: number };

/**
 * Momentum and a learning rate per parameter, both bias-corrected:
 *
 *   g ← g + λ p;  m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;
 *   p ← p − lr · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε).
 *
 * The slots hold the sums M = m/(1 − β₁) and V = v/(1 − β₂), so M ← β₁ M + g and V ← β₂ V + g².
 * With c = √((1 − β₂)/(1 − β₂ᵗ)) the same step is
 *
 *   p ← p − lr · (1 − β₁)/(1 − β₁ᵗ)/c · M / (√V + ε/c),
 *
 * ten passes over each parameter instead of the formula's fourteen; its factors are scalars from
 * the host.
 * Source: Kingma and Ba, "Adam: a method for stochastic optimization", 2015; ε as in PyTorch.
 */
export const Adam: OptimizerDefinition<AdamOptions> = {
  descriptor: {
    type: 'Adam',
    family: 'adaptive',
    summary: {
      en: 'Momentum with a learning rate that adapts to each parameter. Works well unadjusted.',
      ko: '모멘텀에 파라미터마다 달라지는 적응적 학습률을 결합합니다. 기본값 그대로도 잘 동작합니다.',
    },
    equation: 'p ← p − lr · m̂ / (√v̂ + ε)',
    options: [
      learningRateOption(0.001),
      {
        name: 'betas',
        kind: 'numbers',
        length: 2,
        default: [0.9, 0.999],
        range: { minimum: 0, maximum: 1, maximumExclusive: true },
        label: { en: 'Betas β₁, β₂', ko: '베타 β₁, β₂' },
        help: {
          en: 'How much of the past the mean of the gradient and the mean of its square keep.',
          ko: '그래디언트의 평균과 그 제곱의 평균이 과거 값을 유지하는 비율입니다.',
        },
      },
      {
        name: 'eps',
        kind: 'number',
        default: 1e-8,
        range: { minimum: 0, minimumExclusive: true },
        label: { en: 'Epsilon ε', ko: '엡실론 ε' },
        help: {
          en: 'Added to the denominator, so that a parameter without gradient divides by no zero.',
          ko: '그래디언트가 없는 파라미터에서 0으로 나누지 않도록 분모에 더하는 작은 수입니다.',
        },
      },
      ...weightDecayOptions,
    ],
  },

  slots: () => [
    { name: 'gradientSum', initial: 0 },
    { name: 'squareSum', initial: 0 },
  ],

  scalars({ betas: [beta1, beta2], eps }, iteration) {
    const scale = Math.sqrt((1 - beta2) / (1 - beta2 ** iteration));
    const stepFactor = (1 - beta1) / (1 - beta1 ** iteration) / scale;
    return { stepFactor, scaledEps: eps / scale };
  },

  update(update, { betas: [beta1, beta2] }) {
    const { parameter, learningRate, slots, scalars } = update;
    const gradient = gradientWithPenalty(update.gradient, parameter, update.weightDecay);
    const gradientSum = add(multiply(slots.gradientSum, beta1), gradient);
    const squareSum = add(multiply(slots.squareSum, beta2), multiply(gradient, gradient));
    const ratio = divide(gradientSum, add(sqrt(squareSum), scalars.scaledEps));
    const step = multiply(ratio, multiply(learningRate, scalars.stepFactor));
    return { parameter: subtract(parameter, step), slots: { gradientSum, squareSum } };
  },
};

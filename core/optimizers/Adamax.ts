import { abs, add, divide, maximum, multiply, subtract } from '../graph/ops.ts';
import {
  betasOption,
  epsOption,
  gradientWithPenalty,
  learningRateOption,
  weightDecayOptions,
} from './commonOptions.ts';
import type { OptimizerDefinition, OptimizerOptions } from './OptimizerDefinition.ts';

type AdamaxOptions = OptimizerOptions & { betas: number[]; eps: number };

/**
 * Adam with the largest recent gradient in place of the mean square:
 *
 *   g ← g + λ p;  m ← β₁ m + (1 − β₁) g;  u ← max(β₂ u, |g| + ε);
 *   p ← p − lr/(1 − β₁ᵗ) · m/u.
 *
 * The slot holds M = m/(1 − β₁), as in adamMoments.ts.
 * Source: Kingma and Ba, "Adam: a method for stochastic optimization", 2015, section 7; ε as in
 * PyTorch.
 */
export const Adamax: OptimizerDefinition<AdamaxOptions> = {
  descriptor: {
    type: 'Adamax',
    family: 'adaptive',
    summary: {
      en: 'Adam that divides by the largest recent gradient: calm where gradients are spiky.',
      ko: '최근의 가장 큰 그래디언트로 나누는 Adam으로, 그래디언트가 튀어도 안정적입니다.',
    },
    equation: 'm ← β₁ m + (1 − β₁) g;  u ← max(β₂ u, |g| + ε);  p ← p − lr · m̂ / u',
    options: [learningRateOption(0.002), betasOption, epsOption(1e-8), ...weightDecayOptions],
  },

  slots: () => [
    { name: 'gradientSum', initial: 0 },
    { name: 'largestGradient', initial: 0 },
  ],

  scalars: ({ betas: [beta1] }, iteration) => ({
    stepFactor: (1 - beta1) / (1 - beta1 ** iteration),
  }),

  update(update, { betas: [beta1, beta2], eps }) {
    const { parameter, learningRate, slots, scalars, weightDecay } = update;
    const gradient = gradientWithPenalty(update.gradient, parameter, weightDecay);
    const gradientSum = add(multiply(slots.gradientSum, beta1), gradient);
    const largestGradient = maximum(
      multiply(slots.largestGradient, beta2),
      add(abs(gradient), eps),
    );
    const ratio = divide(gradientSum, largestGradient);
    const step = multiply(ratio, multiply(learningRate, scalars.stepFactor));
    return { parameter: subtract(parameter, step), slots: { gradientSum, largestGradient } };
  },
};

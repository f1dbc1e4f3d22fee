import { subtract } from '../graph/ops.ts';
import {
  type AdamOptions,
  adamScalars,
  adamSlots,
  adamStep,
  amsgradOption,
} from './adamMoments.ts';
import {
  betasOption,
  epsOption,
  gradientWithPenalty,
  learningRateOption,
  weightDecayOptions,
} from './commonOptions.ts';
import type { OptimizerDefinition } from './OptimizerDefinition.ts';

/**
 * Momentum and a learning rate per parameter, both bias-corrected:
 *
 *   g ← g + λ p;  m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;
 *   p ← p − lr · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε).
 *
 * Ten passes over each parameter instead of the formula's fourteen: see adamMoments.ts. With
 * `amsgrad` v in the last line is the largest v so far.
 */
export const Adam: OptimizerDefinition<AdamOptions> = {
  descriptor: {
    type: 'Adam',
    family: 'adaptive',
    summary: {
      en: 'Momentum with a learning rate that adapts to each parameter. Works well unadjusted.',
      ko: '모멘텀에 파라미터마다 달라지는 적응적 학습률을 결합합니다. 기본값 그대로도 잘 동작합니다.',
    },
    equation: 'm ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  p ← p − lr · m̂ / (√v̂ + ε)',
    options: [
      learningRateOption(0.001),
      betasOption,
      epsOption(1e-8),
      amsgradOption,
      ...weightDecayOptions,
    ],
  },

  slots: adamSlots,
  scalars: adamScalars,

  update(update, options) {
    const { parameter, weightDecay } = update;
    const gradient = gradientWithPenalty(update.gradient, parameter, weightDecay);
    const { step, slots } = adamStep(gradient, update, options);
    return { parameter: subtract(parameter, step), slots };
  },
};

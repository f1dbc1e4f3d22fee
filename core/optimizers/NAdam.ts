import { add, divide, multiply, sqrt, subtract } from '../graph/ops.ts';
import { adamMoments, adamSlots, momentScale } from './adamMoments.ts';
import {
  betasOption,
  epsOption,
  gradientWithPenalty,
  learningRateOption,
  weightDecayOptions,
} from './commonOptions.ts';
import { momentumSchedule } from './momentumSchedule.ts';
import type { OptimizerDefinition, OptimizerOptions } from './OptimizerDefinition.ts';

type NAdamOptions = OptimizerOptions & { betas: number[]; eps: number; momentumDecay: number };

/**
 * Adam with Nesterov's look-ahead. With g, m, v as in Adam, μₜ = β₁ (1 − ½ · 0.96^(t ψ)) and
 * Πₜ = μ₁ μ₂ … μₜ:
 *
 *   p ← p − lr · ((1 − μₜ)/(1 − Πₜ) · g + μₜ₊₁/(1 − Πₜ₊₁) · m) / (√(v/(1 − β₂ᵗ)) + ε).
 *
 * Both factors come from the host, Πₜ in closed form: nothing but Adam's two slots is remembered.
 * Source: Dozat, "Incorporating Nesterov momentum into Adam", 2016, as in PyTorch 2; PyTorch 1.13
 * takes μₜ twice into Πₜ₊₁.
 */
export const NAdam: OptimizerDefinition<NAdamOptions> = {
  descriptor: {
    type: 'NAdam',
    family: 'adaptive',
    summary: {
      en: 'Adam that looks ahead along its momentum, as Nesterov’s method does.',
      ko: '네스테로프 방법처럼 모멘텀 방향을 미리 내다보는 Adam입니다.',
    },
    equation:
      'm ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  p ← p − lr · (a g + b m) / (√v̂ + ε)',
    options: [
      learningRateOption(0.002),
      betasOption,
      epsOption(1e-8),
      {
        name: 'momentumDecay',
        symbols: ['ψ'],
        kind: 'number',
        default: 0.004,
        range: { minimum: 0 },
        label: { en: 'Momentum decay ψ', ko: '모멘텀 감쇠 ψ' },
        help: {
          en: 'How fast the momentum grows from β₁/2 to β₁ over the iterations.',
          ko: '이터레이션이 지나면서 모멘텀이 β₁/2에서 β₁까지 커지는 빠르기입니다.',
        },
      },
      ...weightDecayOptions,
    ],
  },

  slots: () => adamSlots({ amsgrad: false }),

  scalars({ betas: [beta1, beta2], eps, momentumDecay }, iteration) {
    const scale = momentScale(beta2, iteration);
    const { momentum, nextMomentum, product } = momentumSchedule(beta1, momentumDecay, iteration);
    return {
      gradientFactor: (1 - momentum) / (1 - product) / scale,
      sumFactor: ((1 - beta1) * nextMomentum) / (1 - product * nextMomentum) / scale,
      scaledEps: eps / scale,
    };
  },

  update(update, { betas }) {
    const { parameter, learningRate, slots, scalars, weightDecay } = update;
    const gradient = gradientWithPenalty(update.gradient, parameter, weightDecay);
    const { gradientSum, squareSum } = adamMoments(gradient, slots, betas);
    const ahead = add(
      multiply(gradient, multiply(learningRate, scalars.gradientFactor)),
      multiply(gradientSum, multiply(learningRate, scalars.sumFactor)),
    );
    const step = divide(ahead, add(sqrt(squareSum), scalars.scaledEps));
    return { parameter: subtract(parameter, step), slots: { gradientSum, squareSum } };
  },
};

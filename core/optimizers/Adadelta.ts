import { add, divide, multiply, sqrt, subtract } from '../graph/ops.ts';
import {
  epsOption,
  gradientWithPenalty,
  learningRateOption,
  weightDecayOptions,
} from './commonOptions.ts';
import type { OptimizerDefinition, OptimizerOptions } from './OptimizerDefinition.ts';

type AdadeltaOptions = OptimizerOptions & { rho: number; eps: number };

/**
 * Steps in the parameter's own unit: recent steps over recent gradients.
 *
 *   g ← g + λ p;  v ← ρ v + (1 − ρ) g²;  Δ = √(a + ε)/√(v + ε) · g;
 *   a ← ρ a + (1 − ρ) Δ²;  p ← p − lr · Δ.
 *
 * The slots hold V = v/(1 − ρ) and A = a/(1 − ρ), and e = ε/(1 − ρ): Δ = √((A + e)/(V + e)) · g.
 * Source: Zeiler, "ADADELTA: an adaptive learning rate method", 2012.
 */
export const Adadelta: OptimizerDefinition<AdadeltaOptions> = {
  descriptor: {
    type: 'Adadelta',
    family: 'adaptive',
    summary: {
      en: 'Derives the size of a step from recent steps and gradients; starts slowly.',
      ko: '최근의 이동 폭과 그래디언트로 이동 크기를 정하며, 처음에는 천천히 움직입니다.',
    },
    equation: 'v ← ρ v + (1 − ρ) g²;  p ← p − lr · √(a + ε) / √(v + ε) · g',
    options: [
      learningRateOption(1),
      {
        name: 'rho',
        symbols: ['ρ'],
        kind: 'number',
        default: 0.9,
        range: { minimum: 0, maximum: 1, maximumExclusive: true },
        label: { en: 'Rho ρ', ko: '로 ρ' },
        help: {
          en: 'How much of the past the means of squared gradients and squared steps keep.',
          ko: '그래디언트 제곱과 이동 제곱의 평균이 과거 값을 유지하는 비율입니다.',
        },
      },
      epsOption(1e-6),
      ...weightDecayOptions,
    ],
  },

  slots: () => [
    { name: 'squareSum', initial: 0 },
    { name: 'stepSquareSum', initial: 0 },
  ],

  update(update, { rho, eps }) {
    const { parameter, learningRate, slots, weightDecay } = update;
    const scaledEps = eps / (1 - rho);
    const gradient = gradientWithPenalty(update.gradient, parameter, weightDecay);
    const squareSum = add(multiply(slots.squareSum, rho), multiply(gradient, gradient));
    const ratio = divide(add(slots.stepSquareSum, scaledEps), add(squareSum, scaledEps));
    const step = multiply(sqrt(ratio), gradient);
    const stepSquareSum = add(multiply(slots.stepSquareSum, rho), multiply(step, step));
    return {
      parameter: subtract(parameter, multiply(step, learningRate)),
      slots: { squareSum, stepSquareSum },
    };
  },
};

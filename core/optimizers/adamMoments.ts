/**
 * What Adam, AdamW and NAdam share: the two moments of the gradient, kept as sums.
 *
 * The formula's m ← β₁ m + (1 − β₁) g and v ← β₂ v + (1 − β₂) g² are kept as M = m/(1 − β₁) and
 * V = v/(1 − β₂), so M ← β₁ M + g and V ← β₂ V + g². With c = √((1 − β₂)/(1 − β₂ᵗ)) the
 * denominator √(v/(1 − β₂ᵗ)) + ε is c (√V + ε/c): the constant factors become scalars from the
 * host instead of passes over the parameter.
 * Source: Kingma and Ba, "Adam: a method for stochastic optimization", 2015; ε as in PyTorch.
 * amsgrad: Reddi, Kale and Kumar, "On the convergence of Adam and beyond", 2018.
 */
import type { OptionDescriptor } from '../contract/Catalog.ts';
import { add, divide, maximum, multiply, sqrt } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';
import type { OptimizerOptions, OptimizerSlot, ParameterUpdate } from './OptimizerDefinition.ts';

export type AdamOptions = OptimizerOptions & { betas: number[]; eps: number; amsgrad: boolean };

export const amsgradOption: OptionDescriptor = {
  name: 'amsgrad',
  kind: 'boolean',
  default: false,
  label: { en: 'Largest square (AMSGrad)', ko: '최대 제곱 평균 (AMSGrad)' },
  help: {
    en: 'Divides by the largest mean square so far, so that the steps never grow back.',
    ko: '지금까지의 가장 큰 제곱 평균으로 나누어 이동 폭이 다시 커지지 않게 합니다.',
  },
};

export function adamSlots({ amsgrad }: Pick<AdamOptions, 'amsgrad'>): OptimizerSlot[] {
  const names = ['gradientSum', 'squareSum', ...(amsgrad ? ['largestSquareSum'] : [])];
  return names.map((name) => ({ name, initial: 0 }));
}

/** c of an iteration, from 1. */
export function momentScale(beta2: number, iteration: number): number {
  return Math.sqrt((1 - beta2) / (1 - beta2 ** iteration));
}

/** lr · stepFactor · M / (√V + scaledEps) is Adam's step. */
export function adamScalars({ betas: [beta1, beta2], eps }: AdamOptions, iteration: number) {
  const scale = momentScale(beta2, iteration);
  const stepFactor = (1 - beta1) / (1 - beta1 ** iteration) / scale;
  return { stepFactor, scaledEps: eps / scale };
}

/** The new M and V. */
export function adamMoments(
  gradient: Tensor,
  slots: ParameterUpdate['slots'],
  [beta1, beta2]: readonly number[],
): { gradientSum: Tensor; squareSum: Tensor } {
  return {
    gradientSum: add(multiply(slots.gradientSum, beta1), gradient),
    squareSum: add(multiply(slots.squareSum, beta2), multiply(gradient, gradient)),
  };
}

/** Adam's step, to be taken off the parameter, and its new slots. */
export function adamStep(
  gradient: Tensor,
  { slots, scalars, learningRate }: ParameterUpdate,
  { betas, amsgrad }: AdamOptions,
): { step: Tensor; slots: Record<string, Tensor> } {
  const moments = adamMoments(gradient, slots, betas);
  const { gradientSum, squareSum } = moments;
  const largest = amsgrad ? maximum(slots.largestSquareSum, squareSum) : squareSum;
  const ratio = divide(gradientSum, add(sqrt(largest), scalars.scaledEps));
  return {
    step: multiply(ratio, multiply(learningRate, scalars.stepFactor)),
    slots: amsgrad ? { ...moments, largestSquareSum: largest } : moments,
  };
}

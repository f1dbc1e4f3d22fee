import { add, multiply, subtract } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';
import type { SampleLosses } from './sampleLosses.ts';

/**
 * The loss of samples that were mixed with others: λ ℓ₁ + (1 − λ) ℓ₂, weights alike, all [N].
 *
 * `lambda` is the share that each sample's own target keeps; 1 leaves its loss as it is. With class
 * weights the mean is Σ(λ ℓ₁ + (1 − λ) ℓ₂) / Σ(λ w₁ + (1 − λ) w₂).
 */
export function mixedLosses(own: SampleLosses, other: SampleLosses, lambda: Tensor): SampleLosses {
  const mix = (first: Tensor, second: Tensor) =>
    add(multiply(lambda, first), multiply(subtract(1, lambda), second));
  return {
    losses: mix(own.losses, other.losses),
    weights: own.weights && other.weights && mix(own.weights, other.weights),
  };
}

/** Terms of the series below; each is less than half of the one before. */
const TERMS = 60;
const DECAY_BASE = 0.96;

export interface MomentumAt {
  /** μₜ. */
  readonly momentum: number;
  /** μₜ₊₁. */
  readonly nextMomentum: number;
  /** Πₜ = μ₁ μ₂ … μₜ. */
  readonly product: number;
}

/**
 * NAdam's momentum μₜ = β₁ (1 − ½ qᵗ) with q = 0.96^ψ, and the product of all so far, at iteration
 * t from 1.
 *
 * The product is not carried along but computed anew, so that an iteration needs to know only its
 * own number: with log(1 − x) = −Σₖ xᵏ/k and a geometric sum over the iterations,
 *
 *   log Πₜ = t log β₁ − Σₖ (½)ᵏ/k · qᵏ (1 − qᵏᵗ)/(1 − qᵏ).
 *
 * Exact to float64's rounding.
 */
export function momentumSchedule(beta1: number, decay: number, iteration: number): MomentumAt {
  const logBase = decay * Math.log(DECAY_BASE);
  const momentumAt = (t: number) => beta1 * (1 - 0.5 * Math.exp(t * logBase));
  let logShrinkage = 0;
  for (let k = 1; k <= TERMS; k++) {
    const logPower = k * logBase;
    const geometric =
      logPower === 0
        ? iteration
        : (Math.exp(logPower) * Math.expm1(iteration * logPower)) / Math.expm1(logPower);
    logShrinkage -= (0.5 ** k / k) * geometric;
  }
  return {
    momentum: momentumAt(iteration),
    nextMomentum: momentumAt(iteration + 1),
    product: beta1 ** iteration * Math.exp(logShrinkage),
  };
}

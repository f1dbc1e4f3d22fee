/**
 * The simple noise scale tr(Σ) / |G|², from the gradients of several minibatches of B samples:
 * McCandlish, Kaplan, Amodei et al., "An empirical model of large-batch training", 2018, appendix A.
 *
 * The squared norm of a minibatch's gradient is |G|² + tr(Σ)/B on average, so the mean of the
 * squared norms and the squared norm of the mean, which is the gradient of m·B samples, are two
 * equations for two unknowns; both estimates are unbiased.
 */
import type { GradientNoise } from '../../contract/LayerStatistics.ts';
import type { State } from './Inspector.ts';

export interface GradientNoiseMeter {
  add(gradients: State): void;
  /** Of at least two gradients. */
  reading(): GradientNoise;
}

export function createGradientNoiseMeter(batchSize: number): GradientNoiseMeter {
  const sums = new Map<string, Float64Array>();
  let minibatches = 0;
  let squaredNorms = 0;

  return {
    add(gradients) {
      minibatches += 1;
      for (const [name, values] of Object.entries(gradients)) {
        const sum = sums.get(name) ?? new Float64Array(values.length);
        sums.set(name, sum);
        for (let index = 0; index < values.length; index++) {
          sum[index] += values[index];
          squaredNorms += values[index] * values[index];
        }
      }
    },
    reading() {
      let squaredSum = 0;
      for (const sum of sums.values()) for (const value of sum) squaredSum += value * value;
      const small = squaredNorms / minibatches;
      const large = squaredSum / minibatches ** 2;
      const squaredGradient = (minibatches * large - small) / (minibatches - 1);
      const variance = ((small - large) * batchSize * minibatches) / (minibatches - 1);
      const scale = squaredGradient > 0 ? variance / squaredGradient : Number.NaN;
      return { scale, squaredGradient, variance, minibatches };
    },
  };
}

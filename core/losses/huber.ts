import { minimum, multiply, subtract } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';

/**
 * a²/2 for a ≤ bound, else bound (a − bound/2), of distances a ≥ 0.
 *
 * Both branches are m (a − m/2) with m = min(a, bound), so nothing is chosen, and at the bound the
 * two derivatives meet whatever share of a tie the minimum gives to a.
 */
export function huber(distance: Tensor, bound: number): Tensor {
  const capped = minimum(distance, bound);
  return multiply(capped, subtract(distance, multiply(capped, 0.5)));
}

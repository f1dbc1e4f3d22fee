/**
 * Compares tensors by value, and says where and by how much they differ first. It throws by itself,
 * because not only vitest runs the shared cases: a page does, too.
 */
import type { TensorData } from '../Executor.ts';

/**
 * Passes where |actual - expected| ≤ tolerance · max(1, |expected|) for every element; NaN and
 * infinities must be alike.
 *
 * `what` starts the message: the case, the tensor.
 */
export function expectClose(
  actual: TensorData | undefined,
  expected: ArrayLike<number>,
  tolerance: number,
  what = 'tensor',
): void {
  if (!actual) throw new Error(`${what} is missing.`);
  if (actual.length !== expected.length) {
    throw new Error(`${what} must have ${expected.length} elements. Received ${actual.length}.`);
  }
  for (let i = 0; i < expected.length; i++) {
    if (Object.is(actual[i], expected[i])) continue;
    const difference = Math.abs(actual[i] - expected[i]);
    if (difference <= tolerance * Math.max(1, Math.abs(expected[i]))) continue;
    throw new Error(
      `${what}[${i}] must be ${expected[i]} within ${tolerance}. Received ${actual[i]}, ` +
        `which differs by ${difference}.`,
    );
  }
}

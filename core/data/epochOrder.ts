import { permutation, randomAt } from '../random/randomAt.ts';

/**
 * The order in which an epoch visits the training split: a fresh permutation, so without
 * replacement.
 *
 * Drawn at the address (seed, 'shuffle', epoch), hence the same whenever it is asked for. With
 * dropLast the last N mod k of it are left out, other ones in each epoch.
 */
export function epochOrder(train: Int32Array, seed: number, epoch: number): Int32Array {
  const order = permutation(randomAt({ seed, stream: 'shuffle', epoch }), train.length);
  return order.map((position) => train[position]);
}

import { add, multiply, sqrt, sum } from './ops.ts';
import type { Tensor } from './Tensor.ts';

/** ‖x‖₂ over at least one tensor, all of them together; a scalar. */
export function norm(tensors: readonly Tensor[]): Tensor {
  const squares = tensors.map((tensor) => sum(multiply(tensor, tensor)));
  return sqrt(squares.reduce((total, square) => add(total, square)));
}

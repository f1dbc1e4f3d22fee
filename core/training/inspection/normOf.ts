/** ‖x‖₂ of all the values together, summed in float64. */
export function normOf(...tensors: readonly ArrayLike<number>[]): number {
  let squares = 0;
  for (const values of tensors) {
    for (let index = 0; index < values.length; index++) squares += values[index] * values[index];
  }
  return Math.sqrt(squares);
}

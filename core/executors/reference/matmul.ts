/**
 * The matrix product, a row of the result at a time: y[i] = Σₚ a[i, p] · b[p].
 *
 * The innermost loop walks along rows of b, which lie in one piece of memory; a transposed b is
 * copied into that order first, which costs little beside the product. A row is summed in float64
 * and rounded once when it is stored. Four rows of b a pass: the sums are loaded and stored a
 * quarter as often.
 */
import type { TensorData } from '../Executor.ts';
import { indexMap } from './indexMap.ts';
import type { Kernel } from './Kernel.ts';

export const matmul: Kernel<'matmul'> = (op, output, [left, right]) => {
  const [m, n] = output.shape;
  const k = left.shape[op.transposeA ? 0 : 1];
  const [strideI, strideP] = op.transposeA ? [1, m] : [k, 1];
  const [y, a] = [output.data, left.data];
  const rows = rowsOf(right.data, k, n, op.transposeB);
  const row = new Float64Array(n);
  return () => {
    const b = rows();
    for (let i = 0; i < m; i++) {
      row.fill(0);
      let p = 0;
      for (; p + 4 <= k; p += 4) addFourRows(row, a, i * strideI + p * strideP, strideP, b, p * n);
      for (; p < k; p++) addRow(row, a[i * strideI + p * strideP], b, p * n);
      y.set(row, i * n);
    }
  };
};

/** b as [k, n], whichever way it is stored. */
function rowsOf(b: TensorData, k: number, n: number, transposed: boolean): () => TensorData {
  if (!transposed) return () => b;
  const from = indexMap([k, n], [1, k]);
  const rows = b.slice();
  return () => {
    for (let i = 0; i < rows.length; i++) rows[i] = b[from[i]];
    return rows;
  };
}

function addRow(sum: Float64Array, factor: number, b: TensorData, start: number): void {
  for (let j = 0; j < sum.length; j++) sum[j] += factor * b[start + j];
}

function addFourRows(
  sum: Float64Array,
  a: TensorData,
  startA: number,
  strideA: number,
  b: TensorData,
  startB: number,
): void {
  const n = sum.length;
  const [second, third, fourth] = [startB + n, startB + 2 * n, startB + 3 * n];
  const a0 = a[startA];
  const a1 = a[startA + strideA];
  const a2 = a[startA + 2 * strideA];
  const a3 = a[startA + 3 * strideA];
  for (let j = 0; j < n; j++) {
    sum[j] += a0 * b[startB + j] + a1 * b[second + j] + a2 * b[third + j] + a3 * b[fourth + j];
  }
}

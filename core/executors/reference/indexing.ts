/** Kernels that read and write rows at places which are known only when the program runs. */
import { sizeOf } from '../../graph/Tensor.ts';
import type { Kernel } from './Kernel.ts';

export const gather: Kernel<'gather'> = (_, { data: y }, [table, { data: indices }]) => {
  const width = sizeOf(table.shape.slice(1));
  return () => {
    for (let i = 0; i < indices.length; i++) {
      const start = checkedIndex(indices[i], table.shape[0]) * width;
      for (let e = 0; e < width; e++) y[i * width + e] = table.data[start + e];
    }
  };
};

export const scatterAdd: Kernel<'scatterAdd'> = (_, output, [{ data: x }, { data: indices }]) => {
  const width = sizeOf(output.shape.slice(1));
  const total = new Float64Array(output.data.length);
  return () => {
    total.fill(0);
    for (let i = 0; i < indices.length; i++) {
      const start = checkedIndex(indices[i], output.shape[0]) * width;
      for (let e = 0; e < width; e++) total[start + e] += x[i * width + e];
    }
    output.data.set(total);
  };
};

function checkedIndex(index: number, rows: number): number {
  if (index >= 0 && index < rows) return index;
  throw new RangeError(`An index must be in [0, ${rows - 1}]. Received ${index}.`);
}

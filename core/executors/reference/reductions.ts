/**
 * Kernels that bring many elements together. Sums run in float64 and are rounded once, when they
 * are stored.
 *
 * Reductions over one axis see a tensor as [outer, size, inner]; `line` gives where each of its
 * lines starts.
 */
import { type Shape, sizeOf } from '../../graph/Tensor.ts';
import { reductionMap } from './indexMap.ts';
import type { Kernel } from './Kernel.ts';

export const sum: Kernel<'sum'> = ({ axes }, { data: y }, [x]) => {
  const to = reductionMap(x.shape, axes);
  const total = new Float64Array(y.length);
  return () => {
    total.fill(0);
    for (let i = 0; i < to.length; i++) total[to[i]] += x.data[i];
    y.set(total);
  };
};

export const max: Kernel<'max'> = ({ axes }, { data: y }, [x]) => {
  const to = reductionMap(x.shape, axes);
  return () => {
    y.fill(Number.NEGATIVE_INFINITY);
    for (let i = 0; i < to.length; i++) y[to[i]] = Math.max(y[to[i]], x.data[i]);
  };
};

/** The lines along an axis: element e of line l stands at starts[l] + e · stride. */
function linesAlong(shape: Shape, axis: number) {
  const size = shape[axis];
  const stride = sizeOf(shape.slice(axis + 1));
  const count = sizeOf(shape) / size;
  const starts = Int32Array.from(
    { length: count },
    (_, line) => Math.floor(line / stride) * size * stride + (line % stride),
  );
  return { starts, size, stride };
}

export const argMax: Kernel<'argMax'> = ({ axis }, { data: y }, [x]) => {
  const { starts, size, stride } = linesAlong(x.shape, axis);
  return () => {
    for (let line = 0; line < starts.length; line++) {
      let best = 0;
      for (let e = 1; e < size; e++) {
        if (x.data[starts[line] + e * stride] > x.data[starts[line] + best * stride]) best = e;
      }
      y[line] = best;
    }
  };
};

/** x - max - log Σ exp(x - max): the largest exponent is 0, so nothing overflows. */
export const logSoftmax: Kernel<'logSoftmax'> = ({ axis }, { data: y }, [{ shape, data: x }]) => {
  const { starts, size, stride } = linesAlong(shape, axis);
  return () => {
    for (let line = 0; line < starts.length; line++) {
      const start = starts[line];
      let largest = Number.NEGATIVE_INFINITY;
      for (let e = 0; e < size; e++) largest = Math.max(largest, x[start + e * stride]);
      let total = 0;
      for (let e = 0; e < size; e++) total += Math.exp(x[start + e * stride] - largest);
      const logTotal = Math.log(total);
      for (let e = 0; e < size; e++) {
        y[start + e * stride] = x[start + e * stride] - largest - logTotal;
      }
    }
  };
};

/** Kernels that move values without changing them. */
import { broadcastMap, indexMap, stridesOf } from './indexMap.ts';
import type { Buffer, Kernel } from './Kernel.ts';

function gather({ data: y }: Buffer, { data: x }: Buffer, from: Int32Array): () => void {
  return () => {
    for (let i = 0; i < y.length; i++) y[i] = x[from[i]];
  };
}

export const transpose: Kernel<'transpose'> = ({ permutation }, output, [x]) => {
  const strides = stridesOf(x.shape);
  const permuted = permutation.map((axis) => strides[axis]);
  return gather(output, x, indexMap(output.shape, permuted));
};

export const broadcastTo: Kernel<'broadcastTo'> = (_, output, [x]) =>
  gather(output, x, broadcastMap(x.shape, output.shape));

/** An index outside 0 .. depth - 1 gives a row of zeros. */
export const oneHot: Kernel<'oneHot'> = ({ depth }, { data: y }, [{ data: indices }]) => {
  return () => {
    y.fill(0);
    for (let i = 0; i < indices.length; i++) {
      if (indices[i] >= 0 && indices[i] < depth) y[i * depth + indices[i]] = 1;
    }
  };
};

/** The kernel of every primitive; null where the output is its input's very memory, or is given. */
import type { Op, OpKind } from '../../graph/Tensor.ts';
import { binaryKernels, copy, unaryKernels, where } from './elementwise.ts';
import type { Kernel } from './Kernel.ts';
import { matmul } from './matmul.ts';
import { broadcastTo, oneHot, transpose } from './rearrangements.ts';
import { argMax, logSoftmax, max, sum } from './reductions.ts';

const kernels = {
  input: null,
  constant: null,
  ...unaryKernels,
  ...binaryKernels,
  where,
  matmul,
  sum,
  max,
  argMax,
  logSoftmax,
  reshape: null,
  transpose,
  broadcastTo,
  oneHot,
  toFloat: copy,
  stopGradient: null,
} satisfies { readonly [Kind in OpKind]: Kernel<Kind> | null };

export function kernelOf(op: Op): Kernel | null {
  return kernels[op.kind] as Kernel | null;
}

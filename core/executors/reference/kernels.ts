/** The kernel of every primitive; null where the output is its input's very memory, or is given. */
import type { Op, OpKind } from '../../graph/Tensor.ts';
import { conv2d, conv2dInputGradient, conv2dWeightGradient } from './convolution.ts';
import { binaryKernels, copy, truncate, unaryKernels, where } from './elementwise.ts';
import { gather, scatterAdd } from './indexing.ts';
import type { Kernel } from './Kernel.ts';
import { matmul } from './matmul.ts';
import { maxPool2d, maxPool2dIndices } from './maxPool.ts';
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
  toInt: truncate,
  gather,
  scatterAdd,
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  maxPool2d,
  maxPool2dIndices,
  stopGradient: null,
} satisfies { readonly [Kind in OpKind]: Kernel<Kind> | null };

export function kernelOf(op: Op): Kernel | null {
  return kernels[op.kind] as Kernel | null;
}

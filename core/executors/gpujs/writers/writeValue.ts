/** How each node's value at a place is written; null for what is always read from memory. */
import { UnsupportedOpError } from '../../../graph/errors.ts';
import type { OpKind } from '../../../graph/Tensor.ts';
import type { GpuOpKind } from '../GpuNode.ts';
import type { ValueWriter } from '../KernelWriter.ts';
import { elementwise } from './elementwise.ts';
import { matmul, partialMatmul } from './matmul.ts';
import { argMax, logSumExp, max, partialSum, sum } from './reductions.ts';
import { chainedSum, lastPlace, placeBefore, scatterAdd } from './scatter.ts';
import { broadcastTo, gather, oneHot, reshape, transpose } from './views.ts';
import {
  conv2d,
  conv2dInputGradient,
  maxPool2d,
  maxPool2dGradient,
  maxPool2dIndices,
  maxPool2dPlaces,
  sampleWeightGradient,
} from './windows.ts';

const writers = {
  input: null,
  constant: null,
  negate: elementwise,
  exp: elementwise,
  log: elementwise,
  sqrt: elementwise,
  tanh: elementwise,
  sigmoid: elementwise,
  erf: elementwise,
  relu: elementwise,
  abs: elementwise,
  sign: elementwise,
  add: elementwise,
  subtract: elementwise,
  multiply: elementwise,
  divide: elementwise,
  maximum: elementwise,
  minimum: elementwise,
  greater: elementwise,
  equal: elementwise,
  where: elementwise,
  toInt: elementwise,
  matmul,
  partialMatmul,
  sum,
  partialSum,
  max,
  argMax,
  logSumExp,
  reshape,
  transpose,
  broadcastTo,
  oneHot,
  gather,
  scatterAdd,
  lastPlace,
  placeBefore,
  chainedSum,
  conv2d,
  conv2dInputGradient,
  sampleWeightGradient,
  maxPool2d,
  maxPool2dIndices,
  maxPool2dPlaces,
  maxPool2dGradient,
} satisfies Record<GpuOpKind, ValueWriter | null>;

export const writeValue: ValueWriter = (writer, node, index) => {
  const write: ValueWriter | null = writers[node.op.kind];
  if (!write) throw new UnsupportedOpError(node.op.kind as OpKind, 'gpujs');
  return write(writer, node, index);
};

/** Primitives without arithmetic: each reads its input at another place. */
import { axesIndex, flatIndex } from '../ElementIndex.ts';
import type { GpuOpOf } from '../GpuNode.ts';
import type { ValueWriter } from '../KernelWriter.ts';
import { broadcastIndex } from './elementwise.ts';

export const reshape: ValueWriter = (writer, { inputs: [x] }, index) =>
  writer.read(x, flatIndex(x.shape, index.flat(), writer.dialect));

export const transpose: ValueWriter = (writer, { op, inputs: [x] }, index) => {
  const { permutation } = op as GpuOpOf<'transpose'>;
  const axes = index.axes();
  const own = x.shape.map((_, axis) => axes[permutation.indexOf(axis)]);
  return writer.read(x, axesIndex(x.shape, own));
};

export const broadcastTo: ValueWriter = (writer, node, index) =>
  writer.read(node.inputs[0], broadcastIndex(node.inputs[0], node, index));

export const oneHot: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const axes = index.axes();
    const value = writer.read(node.inputs[0], axesIndex(node.inputs[0].shape, axes.slice(0, -1)));
    return `(Math.abs(${value} - ${axes[axes.length - 1]}) < 0.5 ? 1.0 : 0.0)`;
  });

export const gather: ValueWriter = (writer, { inputs: [table, indices] }, index) => {
  const axes = index.axes();
  const rank = indices.shape.length;
  const row = writer.readInteger(indices, axesIndex(indices.shape, axes.slice(0, rank)));
  return writer.read(table, axesIndex(table.shape, [row, ...axes.slice(rank)]));
};

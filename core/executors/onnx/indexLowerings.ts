/** Rows at places that are known only when the program runs. */
import { sizeOf } from '../../graph/Tensor.ts';
import type { Lowering } from './lowerings.ts';

/** onnx.TensorProto.DataType. */
const INT32 = 6;

const toInt: Lowering<'toInt'> = ({ inputs: [x] }, { builder, nameOf }) =>
  builder.emit('Cast', [nameOf(x)], { to: { int: INT32 } });

const gather: Lowering<'gather'> = ({ inputs: [table, indices] }, { builder, nameOf }) =>
  builder.emit('Gather', [nameOf(table), nameOf(indices)], { axis: { int: 0 } });

const scatterAdd: Lowering<'scatterAdd'> = (tensor, { builder, nameOf }) => {
  const {
    shape,
    inputs: [values, indices],
  } = tensor;
  const width = sizeOf(shape.slice(1));
  const count = sizeOf(indices.shape);
  const rows = builder.emit('Reshape', [nameOf(values), builder.integers([count, width])]);
  const places = builder.emit('Expand', [
    builder.emit('Reshape', [nameOf(indices), builder.integers([count, 1])]),
    builder.integers([count, width]),
  ]);
  const zeros = builder.emit('ConstantOfShape', [builder.integers([shape[0], width])]);
  const total = builder.emit('ScatterElements', [zeros, places, rows], {
    axis: { int: 0 },
    reduction: { text: 'add' },
  });
  return builder.emit('Reshape', [total, builder.integers(shape)]);
};

export const indexLowerings = { toInt, gather, scatterAdd } as const;

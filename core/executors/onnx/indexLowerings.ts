/** Rows at places that are known only when the program runs. */
import { sizeOf } from '../../graph/Tensor.ts';
import type { LoweringContext } from './LoweringContext.ts';
import type { Lowering } from './lowerings.ts';

/** onnx.TensorProto.DataType. */
const INT32 = 6;
const INT64 = 7;

const toInt: Lowering<'toInt'> = ({ inputs: [x] }, { builder, nameOf }) =>
  builder.emit('Cast', [nameOf(x)], { to: { int: INT32 } });

const gather: Lowering<'gather'> = ({ inputs: [table, indices] }, { builder, nameOf }) =>
  builder.emit('Gather', [nameOf(table), nameOf(indices)], { axis: { int: 0 } });

const scatterAdd: Lowering<'scatterAdd'> = ({ shape, inputs: [values, indices] }, context) => {
  const { builder, nameOf, threads } = context;
  const [count, width] = [sizeOf(indices.shape), sizeOf(shape.slice(1))];
  const zeros = builder.emit('ConstantOfShape', [builder.integers([shape[0], width])]);
  const rows = builder.emit('Reshape', [nameOf(values), builder.integers([count, width])]);
  const places = builder.emit('Reshape', [nameOf(indices), builder.integers([count, 1])]);
  const total = (threads === 1 ? addRows : addElements)(zeros, places, rows, width, context);
  return builder.emit('Reshape', [total, builder.integers(shape)]);
};

type Adder = (
  zeros: string,
  places: string,
  rows: string,
  width: number,
  context: LoweringContext,
) => string;

const reduction = { reduction: { text: 'add' } };

/** On one thread only: the runtime lets several threads add to one row at the same time. */
const addRows: Adder = (zeros, places, rows, _width, { builder }) =>
  builder.emit(
    'ScatterND',
    [zeros, builder.emit('Cast', [places], { to: { int: INT64 } }), rows],
    reduction,
  );

/** In order whatever the threads, but eight times as slow as addRows. */
const addElements: Adder = (zeros, places, rows, width, { builder }) => {
  const repeats = builder.constant('int64', [2], [1, width]);
  const everywhere = builder.emit('Expand', [places, repeats]);
  const attributes = { axis: { int: 0 }, ...reduction };
  return builder.emit('ScatterElements', [zeros, everywhere, rows], attributes);
};

export const indexLowerings = { toInt, gather, scatterAdd } as const;

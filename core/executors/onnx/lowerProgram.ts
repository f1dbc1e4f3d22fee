/**
 * A program as one ONNX graph, its inputs and outputs in the order the caller names them.
 *
 * Tensors become nodes in program order, fusions first. A fusion does not take back the nodes of
 * what it swallowed: whatever no output reaches is dropped at the end, as are constants that only
 * the dropped nodes read.
 */
import { UnsupportedOpError } from '../../graph/errors.ts';
import type { Program } from '../../graph/Program.ts';
import { sizeOf, type Tensor } from '../../graph/Tensor.ts';
import { fuseConvBias } from './fuseConvBias.ts';
import { fuseGemm } from './fuseGemm.ts';
import { fuseLeakyRelu } from './fuseLeakyRelu.ts';
import { fuseMaxPoolGradient } from './fuseMaxPoolGradient.ts';
import { createLoweringContext, type LoweringContext } from './LoweringContext.ts';
import { type Lowering, lowerings } from './lowerings.ts';
import { lowerUpdate } from './lowerUpdate.ts';
import { type NamedOutput, nameOutputs } from './nameOutputs.ts';
import {
  type OnnxGraph,
  type OnnxNode,
  type OnnxType,
  type OnnxValue,
  readNames,
} from './OnnxGraph.ts';
import type { PlannedUpdate } from './planUpdates.ts';
import { type StateArray, updatedArrays } from './StateArray.ts';
import { lowerSamplesLast } from './samplesLast.ts';

export const onnxTypeOf = (dtype: Tensor['dtype']): OnnxType =>
  dtype === 'int' ? 'int32' : 'float32';

export interface LowerProgramOptions {
  /** Threads that will share an operator's work. */
  readonly threads?: number | undefined;
  /** Lowered as planned; the arrays of their state stand before all other inputs and outputs. */
  readonly updates?: readonly PlannedUpdate[] | undefined;
}

/**
 * Input i is called `input<i>`, output i `output<i>`: the arrays of the updates, then what is named.
 * Throws UnsupportedOpError.
 */
export function lowerProgram(
  program: Program,
  inputNames: readonly string[],
  outputNames: readonly string[],
  { threads = 1, updates = [] }: LowerProgramOptions = {},
): OnnxGraph {
  const context = createLoweringContext(program, threads);
  const arrays = updates.flatMap(updatedArrays);
  const inputs = [
    ...arrays,
    ...inputNames.map((name) => program.inputs.find((input) => input.name === name)!),
  ].map(
    ({ dtype, shape }, index): OnnxValue => ({
      name: `input${index}`,
      type: onnxTypeOf(dtype),
      shape,
    }),
  );
  nameInputs(program, inputNames, arrays, context);
  const renewed = lowerTensors(program, updates, context);
  const tensors = outputNames.map((name) => program.outputs.get(name)!);
  const sources = [...renewed, ...tensors.map(context.nameOf)];
  const outputs = [...arrays, ...tensors].map(
    ({ dtype, shape }, index): OnnxValue & NamedOutput => ({
      name: `output${index}`,
      type: onnxTypeOf(dtype),
      shape,
      source: sources[index],
    }),
  );
  const nodes = liveNodes(nameOutputs(context.builder.nodes, outputs), outputs);
  const read = new Set(nodes.flatMap(readNames));
  return {
    inputs,
    outputs: outputs.map(({ name, type, shape }) => ({ name, type, shape })),
    initializers: context.builder.initializers.filter(({ name }) => read.has(name)),
    nodes,
  };
}

/** Tensors that are parts of an array are taken out of it; who reads none drops the nodes. */
function nameInputs(
  { order, inputs }: Program,
  names: readonly string[],
  arrays: readonly StateArray[],
  { builder, setName }: LoweringContext,
): void {
  const shapes = new Map(inputs.map(({ name, shape }) => [name, shape]));
  const values = new Map(names.map((name, index) => [name, `input${arrays.length + index}`]));
  for (const [index, { parts, shape }] of arrays.entries()) {
    const sizes = parts.map((name) => sizeOf(shapes.get(name)!));
    const pieces =
      parts.length > 1
        ? builder.emitMany('Split', [`input${index}`, builder.integers(sizes)], parts.length, {
            axis: { int: 0 },
          })
        : [`input${index}`];
    for (const [part, name] of parts.entries()) {
      const own = shapes.get(name)!;
      const isFlat = shape.length === 1 && own.length === 1;
      const piece = pieces[part];
      values.set(name, isFlat ? piece : builder.emit('Reshape', [piece, builder.integers(own)]));
    }
  }
  for (const tensor of order) {
    if (tensor.op.kind === 'input') setName(tensor, values.get(tensor.op.name)!);
  }
}

/** The new state of the updates, array by array. */
function lowerTensors(
  { order }: Program,
  updates: readonly PlannedUpdate[],
  context: LoweringContext,
): string[] {
  const members = new Set(updates.flatMap(membersOf));
  const position = new Map(order.map((tensor, index) => [tensor, index]));
  const isLater = (a: Tensor, b: Tensor) => (position.get(a)! > position.get(b)! ? a : b);
  // Everything that an update reads stands before the last of its members.
  const dueAt = new Map(
    updates.map((update, index) => [membersOf(update).reduce(isLater), index] as const),
  );
  const renewed: (readonly string[])[] = [];
  for (const tensor of order) {
    const due = dueAt.get(tensor);
    if (due !== undefined) {
      const before = updates.slice(0, due).flatMap(updatedArrays).length;
      renewed[due] = lowerUpdate(updates[due], before, context);
    } else if (tensor.op.kind !== 'input' && !members.has(tensor)) {
      if (!lowerSamplesLast(tensor, context)) context.setName(tensor, lower(tensor, context));
    }
  }
  return renewed.flat();
}

const membersOf = ({ regions }: PlannedUpdate) => regions.flatMap(({ members }) => members);

function lower(tensor: Tensor, context: LoweringContext): string {
  const { kind } = tensor.op;
  if (!Object.hasOwn(lowerings, kind)) throw new UnsupportedOpError(kind, 'onnx');
  return (
    fuseGemm(tensor, context) ??
    fuseLeakyRelu(tensor, context) ??
    fuseConvBias(tensor, context) ??
    fuseMaxPoolGradient(tensor, context) ??
    (lowerings[kind] as Lowering)(tensor, context)
  );
}

function liveNodes(nodes: readonly OnnxNode[], outputs: readonly OnnxValue[]): OnnxNode[] {
  const wanted = new Set(outputs.map((output) => output.name));
  const live: OnnxNode[] = [];
  for (const node of nodes.toReversed()) {
    if (!node.outputs.some((name) => wanted.has(name))) continue;
    for (const name of readNames(node)) wanted.add(name);
    live.push(node);
  }
  return live.reverse();
}

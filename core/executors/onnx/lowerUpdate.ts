/**
 * A planned update as nodes: in blocks as an inner `Scan`, together as the operators over the arrays
 * put together.
 *
 * The Scan's body works on one block of every array; the runtime hands it the blocks, and takes the
 * new ones, in place and without a copy. Scalars of the step are read from the graph around it.
 * Elementwise operators do not ask how large an array is, so in both cases the first region's
 * members are lowered, and only the names of their operands differ.
 */
import { sizeOf, type Tensor } from '../../graph/Tensor.ts';
import { createGraphBuilder, type GraphBuilder } from './GraphBuilder.ts';
import type { LoweringContext } from './LoweringContext.ts';
import { type Lowering, lowerings } from './lowerings.ts';
import { nameOutputs } from './nameOutputs.ts';
import type { OnnxValue } from './OnnxGraph.ts';
import type { PlannedUpdate } from './planUpdates.ts';

/**
 * Adds the nodes and gives the values of the new state, as updatedArrays lists them. The old state is
 * `input<first>` and so on, in the same order.
 */
export function lowerUpdate(
  update: PlannedUpdate,
  first: number,
  context: LoweringContext,
): readonly string[] {
  const [{ operands, results }] = update.regions;
  const arrays = operands.map((_, index) => {
    const state = results.findIndex(({ operand }) => operand === index);
    return state < 0 ? joined(update, index, context) : `input${first + state}`;
  });
  return update.shape.length === 1
    ? lowerMembers(update, arrays, context, context.builder)
    : inBlocks(update, arrays, context);
}

/** The operand of all regions as one array. */
function joined(
  { regions, shape }: PlannedUpdate,
  index: number,
  { builder, nameOf }: LoweringContext,
): string {
  const parts = regions.map(({ operands }) => {
    const part = operands[index];
    const flat = regions.length > 1 ? [sizeOf(part.shape)] : shape;
    return part.shape.length === 1 && flat.length === 1
      ? nameOf(part)
      : builder.emit('Reshape', [nameOf(part), builder.integers(flat)]);
  });
  return parts.length > 1 ? builder.emit('Concat', parts, { axis: { int: 0 } }) : parts[0];
}

/** The values of the results, where the operands are known by the given names. */
function lowerMembers(
  { regions: [{ members, operands, results }] }: PlannedUpdate,
  arrays: readonly string[],
  outer: LoweringContext,
  builder: GraphBuilder,
): string[] {
  const names = new Map<Tensor, string>(operands.map((operand, i) => [operand, arrays[i]]));
  const context: LoweringContext = {
    ...outer,
    builder,
    nameOf: (tensor) => names.get(tensor) ?? outer.nameOf(tensor),
  };
  for (const member of members) {
    names.set(member, (lowerings[member.op.kind] as Lowering)(member, context));
  }
  return results.map(({ member }) => context.nameOf(members[member]));
}

function inBlocks(
  update: PlannedUpdate,
  arrays: readonly string[],
  context: LoweringContext,
): readonly string[] {
  // Names of a body must differ from those of the graphs around it.
  const prefix = `update${context.builder.nodes.length}_`;
  const block = (name: string): OnnxValue => ({
    name: `${prefix}${name}`,
    type: 'float32',
    shape: update.shape.slice(1),
  });
  const builder = createGraphBuilder(prefix);
  const inputs = arrays.map((_, index) => block(`input${index}`));
  const names = inputs.map(({ name }) => name);
  const outputs = lowerMembers(update, names, context, builder).map((source, index) => ({
    ...block(`output${index}`),
    source,
  }));
  const body = {
    inputs,
    outputs: outputs.map(({ source, ...value }) => value),
    initializers: builder.initializers,
    nodes: nameOutputs(builder.nodes, outputs),
  };
  return context.builder.emitMany('Scan', arrays, outputs.length, {
    body: { graph: body },
    num_scan_inputs: { int: arrays.length },
  });
}

/**
 * An update as an inner `Scan`: its body works on one block of every array, and the runtime hands it
 * the blocks, and takes the new ones, in place and without a copy.
 *
 * Scalars of the step are read from the graph around it. What a body reads and writes has the shape
 * of a block, elementwise operators do not ask for more; arrays around it are looked at as
 * [blocks, values], which is a name and no work.
 */
import type { Tensor } from '../../graph/Tensor.ts';
import { createGraphBuilder } from './GraphBuilder.ts';
import type { LoweringContext } from './LoweringContext.ts';
import { type Lowering, lowerings } from './lowerings.ts';
import { nameOutputs } from './nameOutputs.ts';
import type { OnnxValue } from './OnnxGraph.ts';
import type { UpdateRegion } from './updateRegions.ts';

/**
 * Adds the nodes and names the results, whose values have the shape `blocked`. `inBlocks`: the names
 * of operands that have it, too.
 */
export function lowerRegion(
  { members, operands, results, blocked }: UpdateRegion,
  inBlocks: ReadonlyMap<Tensor, string>,
  context: LoweringContext,
): void {
  const { builder } = context;
  // Names of a body must differ from those of the graphs around it.
  const prefix = `region${builder.nodes.length}_`;
  const block = (name: string): OnnxValue => ({ name, type: 'float32', shape: [blocked[1]] });

  const inner = innerContext(context, prefix);
  const inputs = operands.map((operand, index) => {
    inner.setName(operand, `${prefix}input${index}`);
    return block(`${prefix}input${index}`);
  });
  for (const member of members) {
    inner.setName(member, (lowerings[member.op.kind] as Lowering)(member, inner));
  }
  const outputs = [...results.values()].map((tensor, index) => ({
    ...block(`${prefix}output${index}`),
    source: inner.nameOf(tensor),
  }));
  const body = {
    inputs,
    outputs: outputs.map(({ source, ...value }) => value),
    initializers: inner.builder.initializers,
    nodes: nameOutputs(inner.builder.nodes, outputs),
  };
  const arrays = operands.map(
    (operand) =>
      inBlocks.get(operand) ??
      builder.emit('Reshape', [context.nameOf(operand), builder.integers(blocked)]),
  );
  const scanned = builder.emitMany('Scan', arrays, results.size, {
    body: { graph: body },
    num_scan_inputs: { int: arrays.length },
  });
  for (const [index, tensor] of [...results.values()].entries()) {
    context.setName(tensor, scanned[index]);
  }
}

/** Writes into a graph of its own; knows what is outside by its name there. */
function innerContext(outer: LoweringContext, prefix: string): LoweringContext {
  const names = new Map<Tensor, string>();
  return {
    ...outer,
    builder: createGraphBuilder(prefix),
    nameOf: (tensor) => names.get(tensor) ?? outer.nameOf(tensor),
    setName: (tensor, name) => void names.set(tensor, name),
  };
}

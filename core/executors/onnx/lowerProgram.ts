/**
 * A program as one ONNX graph, its inputs and outputs in the order the caller names them.
 *
 * Tensors become nodes in program order, fusions first. A fusion does not take back the nodes of
 * what it swallowed: whatever no output reaches is dropped at the end, as are constants that only
 * the dropped nodes read.
 */
import { UnsupportedOpError } from '../../graph/errors.ts';
import type { Program } from '../../graph/Program.ts';
import type { Tensor } from '../../graph/Tensor.ts';
import { fuseConvBias } from './fuseConvBias.ts';
import { fuseGemm } from './fuseGemm.ts';
import { fuseLeakyRelu } from './fuseLeakyRelu.ts';
import { fuseMaxPoolGradient } from './fuseMaxPoolGradient.ts';
import { createLoweringContext, type LoweringContext } from './LoweringContext.ts';
import { type Lowering, lowerings } from './lowerings.ts';
import type { OnnxGraph, OnnxNode, OnnxType, OnnxValue } from './OnnxGraph.ts';

export const onnxTypeOf = (dtype: Tensor['dtype']): OnnxType =>
  dtype === 'int' ? 'int32' : 'float32';

/** Input i is called `input<i>`, output i `output<i>`. Throws UnsupportedOpError. */
export function lowerProgram(
  program: Program,
  inputNames: readonly string[],
  outputNames: readonly string[],
  threads = 1,
): OnnxGraph {
  const context = createLoweringContext(program, threads);
  const inputs = nameInputs(program, inputNames, context);
  for (const tensor of program.order) {
    if (tensor.op.kind !== 'input') context.setName(tensor, lower(tensor, context));
  }
  const outputs = outputNames.map((name, index): OnnxValue & { readonly source: string } => {
    const tensor = program.outputs.get(name)!;
    const { dtype, shape } = tensor;
    return {
      name: `output${index}`,
      type: onnxTypeOf(dtype),
      shape,
      source: context.nameOf(tensor),
    };
  });
  const nodes = liveNodes(nameOutputs(context.builder.nodes, outputs), outputs);
  const read = new Set(nodes.flatMap((node) => node.inputs));
  return {
    inputs,
    outputs: outputs.map(({ name, type, shape }) => ({ name, type, shape })),
    initializers: context.builder.initializers.filter(({ name }) => read.has(name)),
    nodes,
  };
}

function nameInputs(
  program: Program,
  names: readonly string[],
  context: LoweringContext,
): OnnxValue[] {
  for (const tensor of program.order) {
    if (tensor.op.kind === 'input') {
      context.setName(tensor, `input${names.indexOf(tensor.op.name)}`);
    }
  }
  const declared = new Map(program.inputs.map((input) => [input.name, input]));
  return names.map((name, index) => {
    const { dtype, shape } = declared.get(name)!;
    return { name: `input${index}`, type: onnxTypeOf(dtype), shape };
  });
}

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

interface NamedOutput {
  readonly name: string;
  readonly source: string;
}

/**
 * Gives results their output's name; an input, a constant or a second output of one value is copied
 * by a node.
 */
function nameOutputs(nodes: readonly OnnxNode[], outputs: readonly NamedOutput[]): OnnxNode[] {
  const made = new Set(nodes.flatMap((node) => node.outputs));
  const renamed = new Map<string, string>();
  const copies: NamedOutput[] = [];
  for (const output of outputs) {
    if (made.has(output.source) && !renamed.has(output.source)) {
      renamed.set(output.source, output.name);
    } else {
      copies.push(output);
    }
  }
  const rename = (name: string) => renamed.get(name) ?? name;
  return [
    ...nodes.map((node) => ({
      ...node,
      inputs: node.inputs.map(rename),
      outputs: node.outputs.map(rename),
    })),
    ...copies.map(({ name, source }) => ({
      operator: 'Identity',
      inputs: [rename(source)],
      outputs: [name],
      attributes: {},
    })),
  ];
}

function liveNodes(nodes: readonly OnnxNode[], outputs: readonly NamedOutput[]): OnnxNode[] {
  const wanted = new Set(outputs.map((output) => output.name));
  const live: OnnxNode[] = [];
  for (const node of nodes.toReversed()) {
    if (!node.outputs.some((name) => wanted.has(name))) continue;
    for (const name of node.inputs) wanted.add(name);
    live.push(node);
  }
  return live.reverse();
}

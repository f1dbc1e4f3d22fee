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
import { lowerRegion } from './lowerRegion.ts';
import { nameOutputs } from './nameOutputs.ts';
import {
  type OnnxGraph,
  type OnnxNode,
  type OnnxType,
  type OnnxValue,
  readNames,
} from './OnnxGraph.ts';
import type { UpdateRegion } from './updateRegions.ts';

export const onnxTypeOf = (dtype: Tensor['dtype']): OnnxType =>
  dtype === 'int' ? 'int32' : 'float32';

export interface LowerProgramOptions {
  /** Threads that will share an operator's work. */
  readonly threads?: number | undefined;
  /** Computed block by block. State that they renew gets their `blocked` shape, coming and going. */
  readonly regions?: readonly UpdateRegion[] | undefined;
}

/** Input i is called `input<i>`, output i `output<i>`. Throws UnsupportedOpError. */
export function lowerProgram(
  program: Program,
  inputNames: readonly string[],
  outputNames: readonly string[],
  { threads = 1, regions = [] }: LowerProgramOptions = {},
): OnnxGraph {
  const context = createLoweringContext(program, threads);
  const blocked = new Map(
    regions.flatMap(({ results, blocked }) => [...results.keys()].map((name) => [name, blocked])),
  );
  const inputs = inputNames.map((name, index): OnnxValue => {
    const { dtype, shape } = program.inputs.find((input) => input.name === name)!;
    return { name: `input${index}`, type: onnxTypeOf(dtype), shape: blocked.get(name) ?? shape };
  });
  lowerTensors(program, inputNames, regions, context);
  const outputs = outputNames.map((name, index): OnnxValue & { readonly source: string } => {
    const tensor = program.outputs.get(name)!;
    return {
      name: `output${index}`,
      type: onnxTypeOf(tensor.dtype),
      shape: blocked.get(name) ?? tensor.shape,
      source: context.nameOf(tensor),
    };
  });
  const nodes = liveNodes(nameOutputs(context.builder.nodes, outputs), outputs);
  const read = new Set(nodes.flatMap(readNames));
  return {
    inputs,
    outputs: outputs.map(({ name, type, shape }) => ({ name, type, shape })),
    initializers: context.builder.initializers.filter(({ name }) => read.has(name)),
    nodes,
  };
}

function lowerTensors(
  { order }: Program,
  inputNames: readonly string[],
  regions: readonly UpdateRegion[],
  context: LoweringContext,
): void {
  const regionOf = new Map(
    regions.flatMap((region) => region.members.map((member) => [member, region])),
  );
  const renewed = new Set(regions.flatMap(({ results }) => [...results.keys()]));
  const { builder } = context;
  /** State that comes in blocks, by the name of its input. */
  const inBlocks = new Map<Tensor, string>();
  for (const tensor of order) {
    const region = regionOf.get(tensor);
    if (tensor.op.kind === 'input') {
      const name = `input${inputNames.indexOf(tensor.op.name)}`;
      const isInBlocks = renewed.has(tensor.op.name);
      if (isInBlocks) inBlocks.set(tensor, name);
      context.setName(
        tensor,
        isInBlocks ? builder.emit('Reshape', [name, builder.integers(tensor.shape)]) : name,
      );
    } else if (!region) {
      context.setName(tensor, lower(tensor, context));
    } else if (tensor === region.members.at(-1)) {
      lowerRegion(region, inBlocks, context);
    }
  }
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

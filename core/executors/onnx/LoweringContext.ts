/** What a lowering knows of the program around the tensor that it turns into nodes. */
import type { Program } from '../../graph/Program.ts';
import type { Tensor } from '../../graph/Tensor.ts';
import { createGraphBuilder, type GraphBuilder } from './GraphBuilder.ts';
import type { WeightGradient } from './windowCopies.ts';

export interface LoweringContext {
  readonly builder: GraphBuilder;
  /** Threads that will share an operator's work. */
  readonly threads: number;
  /** The name of the value that holds a tensor which was lowered before. */
  nameOf(tensor: Tensor): string;
  setName(tensor: Tensor, name: string): void;
  /** Whether a tensor [N, C, H, W] was lowered as [C, H, W, N]; see samplesLast.ts. */
  isSamplesLast(tensor: Tensor): boolean;
  /** The name of the value that holds a tensor [N, C, H, W] as [C, H, W, N]. */
  samplesLastOf(tensor: Tensor): string;
  setSamplesLast(tensor: Tensor, name: string): void;
  /** The name of a value of type bool that is true where the tensor is not 0. */
  truthOf(tensor: Tensor): string;
  /** Says that a tensor of ones and zeros stands as bools under a name. */
  setTruth(tensor: Tensor, name: string): void;
  /** The gradients of convolutions for their weights that the program has. */
  readonly trained: readonly WeightGradient[];
  /** True when exactly one tensor reads it and no output does: then it need not exist by itself. */
  isInner(tensor: Tensor): boolean;
}

export function createLoweringContext(program: Program, threads: number): LoweringContext {
  const builder = createGraphBuilder();
  const names = new Map<Tensor, string>();
  const samplesLast = new Map<Tensor, string>();
  const truths = new Map<Tensor, string>();
  const uses = countUses(program);

  const turned = (name: string, permutation: readonly number[]) =>
    builder.emit('Transpose', [name], { perm: { ints: permutation } });

  function nameOf(tensor: Tensor): string {
    const name = names.get(tensor);
    if (name !== undefined) return name;
    const other = samplesLast.get(tensor);
    if (other !== undefined) return turned(other, [3, 0, 1, 2]);
    throw new Error(`A program lists "${tensor.op.kind}" behind its use.`);
  }

  return {
    builder,
    threads,
    nameOf,
    setName: (tensor, name) => void names.set(tensor, name),
    isSamplesLast: (tensor) => samplesLast.has(tensor),
    samplesLastOf: (tensor) => samplesLast.get(tensor) ?? turned(nameOf(tensor), [1, 2, 3, 0]),
    setSamplesLast: (tensor, name) => void samplesLast.set(tensor, name),
    trained: program.order.filter(isWeightGradient),
    truthOf: (tensor) =>
      truths.get(tensor) ?? builder.emit('Cast', [nameOf(tensor)], { to: { int: BOOL } }),
    setTruth: (tensor, name) => void truths.set(tensor, name),
    isInner: (tensor) => uses.get(tensor) === 1,
  };
}

const isWeightGradient = (tensor: Tensor): tensor is WeightGradient =>
  tensor.op.kind === 'conv2dWeightGradient';

/** onnx.TensorProto.DataType.BOOL. */
const BOOL = 9;

function countUses(program: Program): ReadonlyMap<Tensor, number> {
  const uses = new Map<Tensor, number>();
  // An output counts as many: it has to exist whoever else reads it.
  for (const tensor of program.outputs.values()) uses.set(tensor, 2);
  for (const tensor of program.order) {
    for (const input of tensor.inputs) uses.set(input, (uses.get(input) ?? 0) + 1);
  }
  return uses;
}

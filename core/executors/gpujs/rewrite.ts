/**
 * A program as the nodes that the GPU computes: aliases dropped, long sums split, and the few
 * primitives that one thread per element would compute badly expressed by others.
 */
import type { Program } from '../../graph/Program.ts';
import { type OpOf, type Shape, shapesEqual, sizeOf, type Tensor } from '../../graph/Tensor.ts';
import type { GpuNode, GpuOp } from './GpuNode.ts';

/** Below so many results a long sum is split: a GPU has about as many lanes. */
const FEW_RESULTS = 32_768;

/** A stretch of a split sum is not shorter than this. */
const SHORTEST_STRETCH = 32;

export function rewrite(program: Program): ReadonlyMap<Tensor, GpuNode> {
  const nodes = new Map<Tensor, GpuNode>();
  const inputs = new Map<string, GpuNode>();
  for (const tensor of program.order) {
    const { op, shape } = tensor;
    if (op.kind === 'input') {
      // Two inputs of one name are one.
      const known = inputs.get(op.name) ?? node(op, [], shape);
      inputs.set(op.name, known);
      nodes.set(tensor, known);
      continue;
    }
    const operands = tensor.inputs.map((input) => nodes.get(input)!);
    nodes.set(tensor, rewritten(tensor, operands));
  }
  return nodes;
}

const node = (op: GpuOp, inputs: readonly GpuNode[], shape: Shape): GpuNode => ({
  op,
  inputs,
  shape,
});

function rewritten(tensor: Tensor, inputs: readonly GpuNode[]): GpuNode {
  const { op, shape } = tensor;
  switch (op.kind) {
    case 'stopGradient':
    case 'toFloat':
      return inputs[0];
    case 'reshape':
      return shapesEqual(shape, inputs[0].shape) ? inputs[0] : node(op, inputs, shape);
    case 'logSoftmax':
      return logSoftmax(op, inputs[0]);
    case 'sum':
      return sum(op, inputs[0], shape);
    case 'matmul':
      return matmul(op, inputs, shape);
    case 'conv2dWeightGradient': {
      const { window, groups } = op;
      const perSample = [inputs[0].shape[0], ...shape];
      const samples = node({ kind: 'sampleWeightGradient', window, groups }, inputs, perSample);
      return node({ kind: 'sum', axes: [0], keepDims: false }, [samples], shape);
    }
    case 'conv2d':
    case 'conv2dInputGradient':
      return node({ ...op, kind: op.kind }, inputs, shape);
    case 'scatterAdd':
      return scatterAdd(op, inputs, shape);
    default:
      return node(op, inputs, shape);
  }
}

/** x − log Σ exp(x): the second term is computed once a line. */
function logSoftmax({ axis }: OpOf<'logSoftmax'>, x: GpuNode): GpuNode {
  const kept = x.shape.map((size, index) => (index === axis ? 1 : size));
  const total = node({ kind: 'logSumExp', axis }, [x], kept);
  return node({ kind: 'subtract' }, [x, total], x.shape);
}

/** How many parts a sum of `length` terms into `results` falls into; they are of equal length. */
export function partsOf(length: number, results: number): number {
  let parts = 1;
  while (
    length % (parts * 2) === 0 &&
    length / (parts * 2) >= SHORTEST_STRETCH &&
    results * parts < FEW_RESULTS
  ) {
    parts *= 2;
  }
  return parts;
}

/**
 * Axis by axis, the longest first, as long as there are few results: each but the last then has
 * many.
 */
function sum(op: OpOf<'sum'>, x: GpuNode, shape: Shape): GpuNode {
  const results = sizeOf(shape);
  if (op.axes.length === 0 || results >= FEW_RESULTS) return node(op, [x], shape);
  const length = sizeOf(x.shape) / results;
  if (length < 2 * SHORTEST_STRETCH) return node(op, [x], shape);
  const axis = op.axes.reduce((a, b) => (x.shape[b] > x.shape[a] ? b : a));
  const first = sumAlong(x, axis);
  const rest = op.axes.filter((other) => other !== axis).map((a) => (a > axis ? a - 1 : a));
  const summed = first.shape.filter((_, index) => !rest.includes(index));
  const total =
    rest.length === 0 ? first : sum({ kind: 'sum', axes: rest, keepDims: false }, first, summed);
  return shapesEqual(total.shape, shape) ? total : node({ kind: 'reshape' }, [total], shape);
}

/** In parts, where the axis is long and the results are few. */
function sumAlong(x: GpuNode, axis: number): GpuNode {
  const rest = x.shape.filter((_, index) => index !== axis);
  const parts = partsOf(x.shape[axis], sizeOf(rest));
  if (parts === 1) return node({ kind: 'sum', axes: [axis], keepDims: false }, [x], rest);
  const partial = node({ kind: 'partialSum', axis, parts }, [x], [parts, ...rest]);
  return node({ kind: 'sum', axes: [0], keepDims: false }, [partial], rest);
}

/**
 * Threads that lie side by side make results of neighbouring columns. They should read neighbours
 * of b, so a large b that is stored the other way round is turned first: on an H200 a product of
 * [512, 1024] and [1024, 1024] takes 0.82 ms as it is stored and 0.36 ms turned.
 */
function turned(b: GpuNode): GpuNode {
  const [rows, columns] = b.shape;
  return node({ kind: 'transpose', permutation: [1, 0] }, [b], [columns, rows]);
}

/** Products of fewer multiplications are not worth another kernel. */
const LARGE_PRODUCT = 1 << 20;

function matmul(op: OpOf<'matmul'>, factors: readonly GpuNode[], shape: Shape): GpuNode {
  const { transposeA } = op;
  const inner = factors[0].shape[transposeA ? 0 : 1];
  const isTurned = op.transposeB && inner * sizeOf(shape) >= LARGE_PRODUCT;
  const transposeB = op.transposeB && !isTurned;
  const inputs = isTurned ? [factors[0], turned(factors[1])] : factors;
  const parts = partsOf(inner, sizeOf(shape));
  if (parts === 1) return node({ ...op, transposeB }, inputs, shape);
  const partial = { kind: 'partialMatmul', transposeA, transposeB, parts } as const;
  const stretches = node(partial, inputs, [parts, ...shape]);
  return node({ kind: 'sum', axes: [0], keepDims: false }, [stretches], shape);
}

/** No language divides all places exactly, and a minibatch has not so many. */
const MOST_CHAINED = 2 ** 20;

/** Whether chains cost less than to look at all indices for each result. */
function isChained(indices: Shape, [rows, ...rest]: Shape): boolean {
  const count = sizeOf(indices);
  return count <= MOST_CHAINED && rows * sizeOf(rest) > 4 * (rows + count);
}

/** See writers/scatter.ts. */
function chainedSum(values: GpuNode, indices: GpuNode, shape: Shape): GpuNode {
  const last = node({ kind: 'lastPlace' }, [indices], [shape[0]]);
  const before = node({ kind: 'placeBefore' }, [indices], [sizeOf(indices.shape)]);
  return node({ kind: 'chainedSum', indices: indices.shape }, [values, last, before], shape);
}

/**
 * The gradient of a max pool is a scatter to its indices: each place of the input looks into the
 * few windows that cover it, instead of at all of them.
 */
function scatterAdd(op: OpOf<'scatterAdd'>, inputs: readonly GpuNode[], shape: Shape): GpuNode {
  const [values, indices] = inputs;
  if (indices.op.kind !== 'maxPool2dIndices') {
    return isChained(indices.shape, shape)
      ? chainedSum(values, indices, shape)
      : node(op, inputs, shape);
  }
  const { window } = indices.op;
  const places = node({ kind: 'maxPool2dPlaces', window }, indices.inputs, indices.shape);
  const image = indices.inputs[0].shape;
  const gradient = node({ kind: 'maxPool2dGradient', window }, [inputs[0], places], image);
  return node({ kind: 'reshape' }, [gradient], shape);
}

/**
 * Which nodes stand in memory, each made by a kernel of its own; all others are written into the
 * kernels that read them.
 *
 * Memory traffic is what a GPU spends its time on outside of products, so as little as possible is
 * stored: arithmetic is done again rather than stored, a product or a sum never. Rules, in order:
 * outputs are stored; factors of products and whatever else is read many times over are stored; a
 * product or sum is written into the elementwise node behind it where that is its only reader; a
 * kernel has no more arguments than every device binds.
 */
import { shapesEqual, sizeOf } from '../../graph/Tensor.ts';
import { isDivisible } from './ElementIndex.ts';
import { type GpuNode, isElementwise, isView } from './GpuNode.ts';
import type { ShaderDialect } from './ShaderDialect.ts';

/** WebGPU guarantees 8 storage buffers a kernel; one is the result. */
export const MOST_ARGUMENTS = 7;

/** Operations that are rather done again by every reader than stored once. */
const CHEAP = 6;

interface Inlined {
  /** Asks where along the axes it stands: a flat place would have to be divided. */
  readonly needsAxes: boolean;
  /** Holds a loop: it must be computed once, by the thread of the same element. */
  readonly hasLoop: boolean;
  readonly operations: number;
  readonly reads: ReadonlySet<GpuNode>;
}

export function nodesInMemory(
  order: readonly GpuNode[],
  outputs: ReadonlySet<GpuNode>,
  dialect: ShaderDialect,
): ReadonlySet<GpuNode> {
  const stored = new Set<GpuNode>();
  const inlined = new Map<GpuNode, Inlined>();
  const readers = countReaders(order);

  const readsOf = (node: GpuNode): ReadonlySet<GpuNode> =>
    stored.has(node) ? new Set([node]) : inlined.get(node)!.reads;

  const store = (node: GpuNode): void => {
    if (!isScalarConstant(node)) stored.add(node);
  };

  function place(node: GpuNode): void {
    if (node.op.kind === 'input' || isListedConstant(node)) {
      store(node);
      return;
    }
    for (const input of node.inputs) {
      if (!stored.has(input) && mustStore(node, input)) store(input);
    }
    let reads = union(node.inputs.map(readsOf));
    while (reads.size > MOST_ARGUMENTS) {
      const largest = node.inputs
        .filter((input) => !stored.has(input))
        .reduce((a, b) => (readsOf(b).size > readsOf(a).size ? b : a));
      store(largest);
      reads = union(node.inputs.map(readsOf));
    }
    const parts = node.inputs.flatMap((input) => (stored.has(input) ? [] : [inlined.get(input)!]));
    const own = isElementwise(node) ? 1 : 0;
    const inlining = {
      hasLoop: !isElementwise(node) && !isView(node) ? true : parts.some((part) => part.hasLoop),
      needsAxes: asksForAxes(node) || parts.some((part) => part.needsAxes),
      operations: parts.reduce((total, part) => total + part.operations, own),
      reads,
    };
    inlined.set(node, inlining);
    const isShared = (readers.get(node) ?? 0) > 1;
    if (outputs.has(node) || (isShared && (inlining.hasLoop || inlining.operations > CHEAP)))
      store(node);
  }

  /** Whether `input`, not stored so far, cannot be written into the kernel of `node`. */
  function mustStore(node: GpuNode, input: GpuNode): boolean {
    const { hasLoop, needsAxes, operations } = inlined.get(input)!;
    if (node.op.kind === 'reshape' && needsAxes && !isDivisible(input.shape, dialect)) return true;
    if (hasLoop) {
      const isSamePlace = isElementwise(node) && shapesEqual(node.shape, input.shape);
      return !isSamePlace || (readers.get(input) ?? 0) > 1;
    }
    if (isElementwise(node) || isView(node)) return false;
    return readsManyTimes(node) && (operations > 0 || input.op.kind === 'transpose');
  }

  for (const node of order) place(node);
  return stored;
}

/** Whether it reads its inputs at other places than its own. */
const asksForAxes = (node: GpuNode): boolean =>
  isElementwise(node)
    ? node.inputs.some(({ shape }) => !shapesEqual(shape, node.shape) && sizeOf(shape) > 1)
    : node.op.kind !== 'reshape' && node.op.kind !== 'constant';

/** Each element of an operand is read by many threads. */
const readsManyTimes = ({ op }: GpuNode): boolean =>
  op.kind !== 'sum' && op.kind !== 'partialSum' && op.kind !== 'max' && op.kind !== 'argMax';

const isScalarConstant = ({ op }: GpuNode) => op.kind === 'constant' && op.values.length === 1;
const isListedConstant = ({ op }: GpuNode) => op.kind === 'constant' && op.values.length > 1;

function countReaders(order: readonly GpuNode[]): ReadonlyMap<GpuNode, number> {
  const readers = new Map<GpuNode, number>();
  for (const node of order) {
    for (const input of new Set(node.inputs)) readers.set(input, (readers.get(input) ?? 0) + 1);
  }
  return readers;
}

function union(sets: readonly ReadonlySet<GpuNode>[]): Set<GpuNode> {
  return new Set(sets.flatMap((set) => [...set]));
}

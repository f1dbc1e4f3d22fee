/** A program as kernels, in the order in which they run. */
import { type Program, topologicalOrder } from '../../graph/Program.ts';
import { type ElementIndex, isDivisible } from './ElementIndex.ts';
import { type GpuNode, isElementwise } from './GpuNode.ts';
import { KernelWriter } from './KernelWriter.ts';
import { nodesInMemory } from './placement.ts';
import { rewrite } from './rewrite.ts';
import type { ShaderDialect } from './ShaderDialect.ts';
import { type ThreadGrid, threadGrid, threadRow } from './threadGrid.ts';
import { writeValue } from './writers/writeValue.ts';

export interface PlannedKernel {
  readonly node: GpuNode;
  readonly source: string;
  /** Threads along x, y and z. */
  readonly output: readonly number[];
  /** What the kernel's arguments stand for. */
  readonly reads: readonly GpuNode[];
}

export interface KernelPlan {
  readonly kernels: readonly PlannedKernel[];
  /** By name; an input that nothing reads is not among them. */
  readonly inputs: ReadonlyMap<string, GpuNode>;
  /** By name; each is the node of a kernel. */
  readonly outputs: ReadonlyMap<string, GpuNode>;
}

/** `place`: decides what is stored. */
export function planKernels(
  program: Program,
  dialect: ShaderDialect,
  place: typeof nodesInMemory = nodesInMemory,
): KernelPlan {
  const nodes = rewrite(program);
  const copies = new Map<GpuNode, GpuNode>();
  const outputs = new Map(
    [...program.outputs].map(([name, tensor]) => [name, made(nodes.get(tensor)!, copies)]),
  );
  const order = topologicalOrder([...outputs.values()]);
  const stored = place(order, new Set(outputs.values()), dialect);
  const kernels = order
    .filter((node) => stored.has(node) && !isGiven(node))
    .map((node) => writeKernel(node, stored, dialect));
  const inputs = new Map(
    order.flatMap((node) => (node.op.kind === 'input' ? [[node.op.name, node] as const] : [])),
  );
  return { kernels, inputs, outputs };
}

/** In memory from the start. */
const isGiven = ({ op }: GpuNode) =>
  op.kind === 'input' || (op.kind === 'constant' && op.values.length > 1);

/** An output that no kernel makes is copied by one. */
function made(node: GpuNode, copies: Map<GpuNode, GpuNode>): GpuNode {
  if (node.op.kind !== 'input' && node.op.kind !== 'constant') return node;
  const copy: GpuNode = copies.get(node) ?? {
    op: { kind: 'reshape' },
    inputs: [node],
    shape: node.shape,
  };
  copies.set(node, copy);
  return copy;
}

/**
 * A product that walks along the rows of its left factor is better laid out in a row of threads:
 * neighbours then share the row, and read it at once (5.0 instead of 3.0 TFLOP/s on an H200).
 */
function readsRows(node: GpuNode, stored: ReadonlySet<GpuNode>): boolean {
  const { op, inputs } = node;
  if ((op.kind === 'matmul' || op.kind === 'partialMatmul') && !op.transposeA) return true;
  return (
    isElementwise(node) && inputs.some((input) => !stored.has(input) && readsRows(input, stored))
  );
}

/** In a row where no place along the axes is asked for: neighbours then read neighbours. */
function writeKernel(
  node: GpuNode,
  stored: ReadonlySet<GpuNode>,
  dialect: ShaderDialect,
): PlannedKernel {
  const row = threadRow(node.shape, dialect);
  let asksForAxes = false;
  const watched: ElementIndex = {
    flat: row.index.flat,
    axes: () => {
      asksForAxes ||= node.shape.filter((size) => size !== 1).length > 1;
      return asksForAxes ? node.shape.map(() => '0') : row.index.axes();
    },
  };
  const written = write({ ...row, index: watched });
  if (!asksForAxes) return written;
  if (!dialect.hasGrids) return write(row);
  const isRow = readsRows(node, stored) && isDivisible(node.shape, dialect);
  return write(isRow ? row : threadGrid(node.shape, dialect));

  function write(grid: ThreadGrid): PlannedKernel {
    const writer = new KernelWriter(
      (other) => other !== node && stored.has(other),
      writeValue,
      dialect,
    );
    const result = writeValue(writer, node, grid.index);
    return { node, source: writer.source(result), output: grid.output, reads: writer.arguments };
  }
}

/** Products of matrices: a thread per result, its terms four at a time. */
import { axesIndex, type ElementIndex } from '../ElementIndex.ts';
import type { GpuNode, GpuOpOf } from '../GpuNode.ts';
import type { KernelWriter, ValueWriter } from '../KernelWriter.ts';

/** Loads in flight hide each other's latency. */
const UNROLLED = 4;

interface Factors {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** The terms at the inner places `start` + 0 .. count − 1 of result (row, column), added up. */
function addTerms(
  writer: KernelWriter,
  { transposeA, transposeB }: Factors,
  [a, b]: readonly GpuNode[],
  [row, column]: readonly string[],
  { start, count }: { readonly start: string | null; readonly count: number },
): string {
  const total = writer.variable('0.0');
  const at = (offset: string) => (start === null ? offset : `(${start} + ${offset})`);
  const term = (inner: string) => {
    const left: ElementIndex = axesIndex(a.shape, transposeA ? [inner, row] : [row, inner]);
    const right: ElementIndex = axesIndex(b.shape, transposeB ? [column, inner] : [inner, column]);
    return `${writer.read(a, left)} * ${writer.read(b, right)}`;
  };
  const whole = Math.floor(count / UNROLLED);
  if (whole > 0) {
    writer.loop(whole, (counter) => {
      const terms = Array.from({ length: UNROLLED }, (_, i) =>
        term(at(`(${counter} * ${UNROLLED} + ${i})`)),
      );
      for (const one of terms) writer.line(`${total} += ${one};`);
    });
  }
  for (let rest = whole * UNROLLED; rest < count; rest++) {
    writer.line(`${total} += ${term(at(String(rest)))};`);
  }
  return total;
}

export const matmul: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const op = node.op as GpuOpOf<'matmul'>;
    const count = node.inputs[0].shape[op.transposeA ? 0 : 1];
    return addTerms(writer, op, node.inputs, index.axes(), { start: null, count });
  });

export const partialMatmul: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const op = node.op as GpuOpOf<'partialMatmul'>;
    const count = node.inputs[0].shape[op.transposeA ? 0 : 1] / op.parts;
    const [part, ...place] = index.axes();
    const start = `${part} * ${count}`;
    return addTerms(writer, op, node.inputs, place, { start, count });
  });

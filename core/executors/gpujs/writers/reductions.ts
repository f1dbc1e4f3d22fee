/** Primitives that bring many elements together: one thread per result, a loop over its terms. */
import { axesIndex, type ElementIndex } from '../ElementIndex.ts';
import type { GpuNode, GpuOpOf } from '../GpuNode.ts';
import { type KernelWriter, LOWEST, type ValueWriter } from '../KernelWriter.ts';

/** Loops over all places of x that fall on the result's place. */
function overReduced(
  writer: KernelWriter,
  x: GpuNode,
  axes: readonly number[],
  kept: readonly string[],
  body: (value: string) => void,
): void {
  const places = [...kept];
  const walk = (next: number): void => {
    if (next === axes.length) {
      body(writer.read(x, axesIndex(x.shape, places)));
      return;
    }
    writer.loop(x.shape[axes[next]], (counter) => {
      places[axes[next]] = counter;
      walk(next + 1);
    });
  };
  walk(0);
}

/** The result's place along the axes of x; a reduced axis is still open. */
function keptPlaces(
  x: GpuNode,
  axes: readonly number[],
  keepDims: boolean,
  index: ElementIndex,
): string[] {
  const own = index.axes();
  let next = 0;
  return x.shape.map((_, axis) => {
    if (keepDims) return axes.includes(axis) ? '0' : own[axis];
    if (axes.includes(axis)) return '0';
    next += 1;
    return own[next - 1];
  });
}

export const sum: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { axes, keepDims } = node.op as GpuOpOf<'sum'>;
    const [x] = node.inputs;
    const total = writer.variable('0.0');
    overReduced(writer, x, axes, keptPlaces(x, axes, keepDims, index), (value) =>
      writer.line(`${total} += ${value};`),
    );
    return total;
  });

export const max: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { axes, keepDims } = node.op as GpuOpOf<'max'>;
    const [x] = node.inputs;
    const largest = writer.variable(LOWEST);
    overReduced(writer, x, axes, keptPlaces(x, axes, keepDims, index), (value) =>
      writer.branch(`!(${value} <= ${largest})`, () => writer.line(`${largest} = ${value};`)),
    );
    return largest;
  });

export const partialSum: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { axis, parts } = node.op as GpuOpOf<'partialSum'>;
    const [x] = node.inputs;
    const [part, ...rest] = index.axes();
    const stretch = x.shape[axis] / parts;
    const total = writer.variable('0.0');
    writer.loop(stretch, (counter) => {
      const place = [...rest];
      place.splice(axis, 0, `(${part} * ${stretch} + ${counter})`);
      writer.line(`${total} += ${writer.read(x, axesIndex(x.shape, place))};`);
    });
    return total;
  });

export const argMax: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { axis } = node.op as GpuOpOf<'argMax'>;
    const [x] = node.inputs;
    const place = keptPlaces(x, [axis], false, index);
    const largest = writer.variable(LOWEST);
    const best = writer.variable('0.0');
    writer.loop(x.shape[axis], (counter) => {
      place[axis] = counter;
      const value = writer.read(x, axesIndex(x.shape, place));
      writer.branch(`${value} > ${largest}`, () => {
        writer.line(`${largest} = ${value};`);
        writer.line(`${best} = ${counter};`);
      });
    });
    return best;
  });

/** The largest exponent is 0, so nothing overflows. */
export const logSumExp: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { axis } = node.op as GpuOpOf<'logSumExp'>;
    const [x] = node.inputs;
    const place = keptPlaces(x, [axis], true, index);
    const at = (counter: string) => {
      place[axis] = counter;
      return writer.read(x, axesIndex(x.shape, place));
    };
    const largest = writer.variable(LOWEST);
    writer.loop(x.shape[axis], (counter) => {
      const value = at(counter);
      writer.branch(`!(${value} <= ${largest})`, () => writer.line(`${largest} = ${value};`));
    });
    const total = writer.variable('0.0');
    writer.loop(x.shape[axis], (counter) =>
      writer.line(`${total} += Math.exp(${at(counter)} - ${largest});`),
    );
    return `(${largest} + Math.log(${total}))`;
  });

/**
 * Sums of values by the row that an index names.
 *
 * No two threads may write to one place, so each result looks for its own values. For few results it
 * looks at all indices. For many that would be rows × columns × indices, so the places of each row
 * are chained first, once for all columns: the last one by row, and from each place the one before.
 */
import { sizeOf } from '../../../graph/Tensor.ts';
import { axesIndex, flatIndex } from '../ElementIndex.ts';
import type { GpuNode, GpuOpOf } from '../GpuNode.ts';
import type { KernelWriter, ValueWriter } from '../KernelWriter.ts';

/** Every result looks at all indices. */
export const scatterAdd: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const [values, indices] = node.inputs;
    const [row, ...rest] = index.axes();
    const total = writer.variable('0.0');
    const walk = (place: readonly string[]): void => {
      const next = indices.shape[place.length];
      if (next !== undefined) {
        writer.loop(next, (counter) => walk([...place, counter]));
        return;
      }
      const at = writer.read(indices, axesIndex(indices.shape, place));
      writer.branch(`Math.abs(${at} - ${row}) < 0.5`, () => {
        const value = writer.read(values, axesIndex(values.shape, [...place, ...rest]));
        writer.line(`${total} += ${value};`);
      });
    };
    walk([]);
    return total;
  });

/** The last place for which `matches` holds, in the flat array of indices; −1 where there is none. */
function lastPlaceWhere(
  writer: KernelWriter,
  indices: GpuNode,
  matches: (value: string, place: string) => string,
): string {
  const found = writer.variable('-1.0');
  writer.loop(sizeOf(indices.shape), (place) => {
    const value = writer.read(indices, flatIndex(indices.shape, place, writer.dialect));
    writer.branch(matches(value, place), () => writer.line(`${found} = ${place};`));
  });
  return found;
}

export const lastPlace: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const [row] = index.axes();
    return lastPlaceWhere(writer, node.inputs[0], (value) => `Math.abs(${value} - ${row}) < 0.5`);
  });

export const placeBefore: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const [indices] = node.inputs;
    const place = index.flat();
    const own = writer.read(indices, flatIndex(indices.shape, place, writer.dialect));
    return lastPlaceWhere(
      writer,
      indices,
      (value, other) => `${other} < ${place} && Math.abs(${value} - ${own}) < 0.5`,
    );
  });

export const chainedSum: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { indices } = node.op as GpuOpOf<'chainedSum'>;
    const [values, last, before] = node.inputs;
    const [row, ...rest] = index.axes();
    const total = writer.variable('0.0');
    const place = writer.variable(writer.read(last, axesIndex(last.shape, [row])));
    const count = before.shape[0];
    writer.loop(count, () => {
      writer.line(`if (${place} < 0.0) { break; }`);
      const at = writer.dialect.integer(place);
      const places = flatIndex(indices, at, writer.dialect).axes();
      const value = writer.read(values, axesIndex(values.shape, [...places, ...rest]));
      const next = writer.read(before, axesIndex(before.shape, [at]));
      writer.line(`${total} += ${value};`);
      writer.line(`${place} = ${next};`);
    });
    return total;
  });

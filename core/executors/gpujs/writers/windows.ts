/** Convolutions, pools and their gradients: a thread per result, loops over its window. */
import { type Shape, sizeOf } from '../../../graph/Tensor.ts';
import type { Window2d } from '../../../graph/Window2d.ts';
import { axesIndex } from '../ElementIndex.ts';
import type { GpuOpOf } from '../GpuNode.ts';
import { type KernelWriter, LOWEST, type ValueWriter } from '../KernelWriter.ts';

/** The place of the input under the window's (ky, kx) at the output's (oy, ox). */
function under(window: Window2d, [oy, ox]: readonly string[], [ky, kx]: readonly string[]) {
  const along = (axis: 0 | 1, o: string, k: string) =>
    `(${o} * ${window.stride[axis]} + ${k} * ${window.dilation[axis]} - ${window.padding[axis]})`;
  return [along(0, oy, ky), along(1, ox, kx)] as const;
}

/** Runs the body for every (ky, kx) whose place lies in the input; without padding all do. */
function overWindow(
  writer: KernelWriter,
  window: Window2d,
  output: readonly string[],
  [, , height, width]: Shape,
  body: (place: readonly [string, string], kernel: readonly [string, string]) => void,
): void {
  writer.loop(window.kernel[0], (ky) =>
    writer.loop(window.kernel[1], (kx) => {
      const place = under(window, output, [ky, kx]);
      const inside = window.padding.some((margin) => margin > 0);
      const run = () => body(place, [ky, kx]);
      if (!inside) run();
      else writer.branch(insideImage(place, height, width), run);
    }),
  );
}

const insideImage = ([y, x]: readonly [string, string], height: number, width: number) =>
  `${y} >= 0 && ${y} < ${height} && ${x} >= 0 && ${x} < ${width}`;

/** The first channel of the group that filter o belongs to. */
function groupStart(
  writer: KernelWriter,
  o: string,
  filters: number,
  groups: number,
  size: number,
) {
  return groups === 1 ? '0' : `${writer.dialect.quotient(o, filters / groups)} * ${size}`;
}

export const conv2d: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { window, groups } = node.op as GpuOpOf<'conv2d'>;
    const [x, weight] = node.inputs;
    const [n, o, oy, ox] = index.axes();
    const perGroup = x.shape[1] / groups;
    const first = groupStart(writer, o, node.shape[1], groups, perGroup);
    const total = writer.variable('0.0');
    writer.loop(perGroup, (c) =>
      overWindow(writer, window, [oy, ox], x.shape, (place, kernel) => {
        const channel = groups === 1 ? c : `(${first} + ${c})`;
        const value = writer.read(x, axesIndex(x.shape, [n, channel, ...place]));
        const factor = writer.read(weight, axesIndex(weight.shape, [o, c, ...kernel]));
        writer.line(`${total} += ${value} * ${factor};`);
      }),
    );
    return total;
  });

/** Runs the body for every (ky, kx) and the output place from which it looks at (y, x). */
function overCovering(
  writer: KernelWriter,
  window: Window2d,
  [y, x]: readonly string[],
  [, , outHeight, outWidth]: Shape,
  body: (output: readonly [string, string], kernel: readonly [string, string]) => void,
): void {
  const along = (axis: 0 | 1, place: string, k: string) =>
    `(${place} + ${window.padding[axis]} - ${k} * ${window.dilation[axis]})`;
  writer.loop(window.kernel[0], (ky) =>
    writer.loop(window.kernel[1], (kx) => {
      const distances = [along(0, y, ky), along(1, x, kx)] as const;
      writer.branch(`${distances[0]} >= 0 && ${distances[1]} >= 0`, () => {
        const [oy, ox] = distances.map((distance, axis) =>
          window.stride[axis] === 1
            ? distance
            : writer.dialect.quotient(distance, window.stride[axis]),
        );
        const fits = [
          `${oy} < ${outHeight} && ${ox} < ${outWidth}`,
          ...[oy, ox].flatMap((o, axis) =>
            window.stride[axis] === 1
              ? []
              : [`${o} * ${window.stride[axis]} === ${distances[axis]}`],
          ),
        ];
        writer.branch(fits.join(' && '), () => body([oy, ox], [ky, kx]));
      });
    }),
  );
}

export const conv2dInputGradient: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { window, groups } = node.op as GpuOpOf<'conv2dInputGradient'>;
    const [g, weight] = node.inputs;
    const [n, channel, y, x] = index.axes();
    const perGroup = node.shape[1] / groups;
    const filters = g.shape[1] / groups;
    const group = groups === 1 ? '0' : writer.dialect.quotient(channel, perGroup);
    const c = groups === 1 ? channel : `(${channel} - ${group} * ${perGroup})`;
    const total = writer.variable('0.0');
    writer.loop(filters, (filter) =>
      overCovering(writer, window, [y, x], g.shape, (output, kernel) => {
        const o = groups === 1 ? filter : `(${group} * ${filters} + ${filter})`;
        const value = writer.read(g, axesIndex(g.shape, [n, o, ...output]));
        const factor = writer.read(weight, axesIndex(weight.shape, [o, c, ...kernel]));
        writer.line(`${total} += ${value} * ${factor};`);
      }),
    );
    return total;
  });

export const sampleWeightGradient: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { window, groups } = node.op as GpuOpOf<'sampleWeightGradient'>;
    const [x, g] = node.inputs;
    const [n, o, c, ky, kx] = index.axes();
    const [, filters, outHeight, outWidth] = g.shape;
    const [, channels, height, width] = x.shape;
    const first = groupStart(writer, o, filters, groups, channels / groups);
    const channel = groups === 1 ? c : `(${first} + ${c})`;
    const total = writer.variable('0.0');
    writer.loop(outHeight, (oy) =>
      writer.loop(outWidth, (ox) => {
        const place = under(window, [oy, ox], [ky, kx]);
        const add = () => {
          const value = writer.read(x, axesIndex(x.shape, [n, channel, ...place]));
          const gradient = writer.read(g, axesIndex(g.shape, [n, o, oy, ox]));
          writer.line(`${total} += ${value} * ${gradient};`);
        };
        if (window.padding.every((margin) => margin === 0)) add();
        else writer.branch(insideImage(place, height, width), add);
      }),
    );
    return total;
  });

/** Integers up to here are exact as float32. */
const LARGEST_INDEX = 2 ** 24;

/** The largest value of the window and its place, in x as a whole or in its own image, in a row. */
function largest(
  writer: KernelWriter,
  [n, c, oy, ox]: readonly string[],
  window: Window2d,
  x: Parameters<ValueWriter>[1],
  isOfImage = false,
) {
  const value = writer.variable(LOWEST);
  const place = writer.variable('-1.0');
  overWindow(writer, window, [oy, ox], x.shape, (at) => {
    const index = axesIndex(x.shape, [n, c, ...at]);
    const here = writer.read(x, index);
    writer.branch(`${place} < 0.0 || !(${here} <= ${value})`, () => {
      writer.line(`${value} = ${here};`);
      const [, , , width] = x.shape;
      writer.line(`${place} = ${isOfImage ? `(${at[0]} * ${width} + ${at[1]})` : index.flat()};`);
    });
  });
  return { value, place };
}

export const maxPool2d: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { window } = node.op as GpuOpOf<'maxPool2d'>;
    return largest(writer, index.axes(), window, node.inputs[0]).value;
  });

export const maxPool2dIndices: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { window } = node.op as GpuOpOf<'maxPool2dIndices'>;
    const [x] = node.inputs;
    if (sizeOf(x.shape) > LARGEST_INDEX) {
      throw new RangeError(`The GPU counts places exactly up to 2²⁴. Received ${sizeOf(x.shape)}.`);
    }
    return largest(writer, index.axes(), window, x).place;
  });

export const maxPool2dPlaces: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { window } = node.op as GpuOpOf<'maxPool2dPlaces'>;
    return largest(writer, index.axes(), window, node.inputs[0], true).place;
  });

export const maxPool2dGradient: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const { window } = node.op as GpuOpOf<'maxPool2dGradient'>;
    const [g, places] = node.inputs;
    const [n, c, y, x] = index.axes();
    const own = `(${y} * ${node.shape[3]} + ${x})`;
    const total = writer.variable('0.0');
    overCovering(writer, window, [y, x], g.shape, (output) => {
      const at = axesIndex(g.shape, [n, c, ...output]);
      const winner = writer.read(places, axesIndex(places.shape, [n, c, ...output]));
      writer.branch(`Math.abs(${winner} - ${own}) < 0.5`, () =>
        writer.line(`${total} += ${writer.read(g, at)};`),
      );
    });
    return total;
  });

/** Elementwise primitives as expressions; NaN goes in, NaN comes out wherever the driver lets it. */
import type { BinaryKind, UnaryKind } from '../../../graph/Tensor.ts';
import { axesIndex, type ElementIndex } from '../ElementIndex.ts';
import type { GpuNode } from '../GpuNode.ts';
import type { KernelWriter, ValueWriter } from '../KernelWriter.ts';

/** From here on tanh is ±1 in float32, while some drivers overflow on the way. */
const SATURATED_TANH = 10;

/**
 * Abramowitz and Stegun, 7.1.26: |error| ≤ 1.5 · 10⁻⁷, about one unit of float32's last place.
 * Near 0, where that would be a large relative error, the first terms of the series.
 */
const erf = (x: string, writer: KernelWriter): string => {
  const magnitude = writer.variable(`Math.abs(${x})`);
  const t = writer.variable(`1.0 / (1.0 + 0.3275911 * ${magnitude})`);
  const polynomial = `((((1.061405429 * ${t} - 1.453152027) * ${t} + 1.421413741) * ${t} - 0.284496736) * ${t} + 0.254829592) * ${t}`;
  const far = `(1.0 - ${polynomial} * Math.exp(-(${magnitude} * ${magnitude})))`;
  const near = `(${magnitude} * (1.1283791671 - 0.3761263890 * ${magnitude} * ${magnitude}))`;
  const value = writer.variable(`(${magnitude} < 0.02 ? ${near} : ${far})`);
  return `(${x} < 0.0 ? (-${value}) : ${value})`;
};

/** 1 / (1 + e⁻ˣ) without overflow of e⁻ˣ. */
const sigmoid = (x: string, writer: KernelWriter): string => {
  const e = writer.variable(`Math.exp(-Math.abs(${x}))`);
  return `(${x} < 0.0 ? ${e} / (1.0 + ${e}) : 1.0 / (1.0 + ${e}))`;
};

const unary: Record<UnaryKind | 'toInt', (x: string, writer: KernelWriter) => string> = {
  negate: (x) => `(-${x})`,
  exp: (x) => `Math.exp(${x})`,
  log: (x) => `Math.log(${x})`,
  sqrt: (x) => `Math.sqrt(${x})`,
  tanh: (x) =>
    `(${x} > ${SATURATED_TANH}.0 ? 1.0 : (${x} < -${SATURATED_TANH}.0 ? -1.0 : Math.tanh(${x})))`,
  sigmoid,
  erf,
  relu: (x) => `(${x} < 0.0 ? 0.0 : ${x})`,
  abs: (x) => `Math.abs(${x})`,
  sign: (x) => `(${x} > 0.0 ? 1.0 : (${x} < 0.0 ? -1.0 : (${x} === 0.0 ? 0.0 : ${x})))`,
  toInt: (x) => `Math.trunc(${x})`,
};

const binary: Record<BinaryKind, (a: string, b: string) => string> = {
  add: (a, b) => `(${a} + ${b})`,
  subtract: (a, b) => `(${a} - ${b})`,
  multiply: (a, b) => `(${a} * ${b})`,
  divide: (a, b) => `(${a} / ${b})`,
  // A comparison with NaN is false: whichever operand it is, it comes out.
  maximum: (a, b) => `(${a} < ${b} ? ${b} : (${b} === ${b} ? ${a} : ${b}))`,
  minimum: (a, b) => `(${b} < ${a} ? ${b} : (${b} === ${b} ? ${a} : ${b}))`,
  greater: (a, b) => `(${a} > ${b} ? 1.0 : 0.0)`,
  equal: (a, b) => `(${a} === ${b} ? 1.0 : 0.0)`,
};

/** An operand at the place of the result that it is broadcast to. */
function operand(writer: KernelWriter, input: GpuNode, to: GpuNode, index: ElementIndex): string {
  return writer.read(input, broadcastIndex(input, to, index));
}

export function broadcastIndex(input: GpuNode, to: GpuNode, index: ElementIndex): ElementIndex {
  const added = to.shape.length - input.shape.length;
  if (added === 0 && input.shape.every((size, axis) => size === to.shape[axis])) return index;
  if (input.shape.every((size) => size === 1)) return axesIndex(input.shape, input.shape.map(zero));
  const axes = index.axes();
  const own = input.shape.map((size, axis) => (size === 1 ? '0' : axes[axis + added]));
  return axesIndex(input.shape, own);
}

const zero = () => '0';

export const elementwise: ValueWriter = (writer, node, index) =>
  writer.compute(node, index, () => {
    const values = node.inputs.map((input) => operand(writer, input, node, index));
    const { kind } = node.op;
    if (kind === 'where') return `(${values[0]} !== 0.0 ? ${values[1]} : ${values[2]})`;
    if (Object.hasOwn(unary, kind))
      return unary[kind as UnaryKind](nameOf(writer, values[0]), writer);
    return binary[kind as BinaryKind](values[0], values[1]);
  });

/** Literals get a name: `-0.5` behind a minus sign would not parse. */
const nameOf = (writer: KernelWriter, value: string) =>
  /^t\d+$/.test(value) ? value : writer.variable(value);

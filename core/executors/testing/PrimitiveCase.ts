/** How the table of primitives is written: a name, the operands, and what is made of them. */
import * as ops from '../../graph/ops.ts';
import { formatShape, type Shape, sizeOf, type Tensor } from '../../graph/Tensor.ts';
import { randomAt } from '../../random/randomAt.ts';
import type { TensorData, TensorMap } from '../Executor.ts';

export interface PrimitiveCase {
  readonly name: string;
  readonly outputs: Readonly<Record<string, Tensor>>;
  readonly inputs: TensorMap;
  /** Finite differences make sense: one float output, no tie, no kink, nothing blocked. */
  readonly differentiable: boolean;
}

/** An input with the values it gets. */
export interface Operand {
  readonly shape: Shape;
  readonly dtype: 'float' | 'int';
  readonly data: TensorData;
}

let drawn = 0;

/**
 * Uniform in [low, high). The table is built in a fixed order, so a case always gets the same
 * values.
 */
export function floats(shape: Shape, low = -2, high = 2): Operand {
  const random = randomAt({ seed: 1, stream: 'augment', index: drawn++ });
  const data = Float32Array.from(
    { length: sizeOf(shape) },
    () => low + (high - low) * random.nextFloat(),
  );
  return { shape, dtype: 'float', data };
}

/** Float values that are integers below the bound: full of ties. */
export function wholeFloats(shape: Shape, bound: number): Operand {
  return { shape, dtype: 'float', data: Float32Array.from(ints(shape, bound).data) };
}

export function ints(shape: Shape, bound: number): Operand {
  const random = randomAt({ seed: 2, stream: 'augment', index: drawn++ });
  const data = Int32Array.from({ length: sizeOf(shape) }, () => random.nextBelow(bound));
  return { shape, dtype: 'int', data };
}

/** Given values as a vector. */
export function listed(...values: readonly number[]): Operand {
  return { shape: [values.length], dtype: 'float', data: Float32Array.from(values) };
}

/** A case with inputs a, b, c ... and the one output y. */
export function primitiveCase(
  title: string,
  operands: readonly Operand[],
  build: (...inputs: readonly Tensor[]) => Tensor,
  { differentiable = true } = {},
): PrimitiveCase {
  const names = operands.map((_, position) => 'abc'.charAt(position));
  const y = build(...operands.map(({ shape, dtype }, i) => ops.input(names[i], shape, dtype)));
  const shapes = operands.map(({ shape, dtype }) =>
    dtype === 'int' ? `int ${formatShape(shape)}` : formatShape(shape),
  );
  return {
    name: `${title} of ${shapes.join(' and ')}`,
    outputs: { y },
    inputs: Object.fromEntries(operands.map(({ data }, position) => [names[position], data])),
    differentiable: differentiable && y.dtype === 'float',
  };
}

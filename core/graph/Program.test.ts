import { describe, expect, it } from 'vitest';
import { valuesOf } from '../executors/testing/evaluate.ts';
import { ProgramInputError } from './errors.ts';
import { gradients } from './gradients.ts';
import * as ops from './ops.ts';
import { program } from './Program.ts';
import type { Tensor } from './Tensor.ts';

describe('program', () => {
  it('puts every tensor once, behind its inputs', () => {
    const x = ops.input('x', [2]);
    const shared = ops.exp(x);
    const { order } = program({ first: ops.add(shared, x), second: ops.multiply(shared, shared) });
    expect(new Set(order).size).toBe(order.length);
    for (const [position, tensor] of order.entries()) {
      for (const before of tensor.inputs) expect(order.indexOf(before)).toBeLessThan(position);
    }
  });

  it('takes two inputs of one name as one when they are alike', () => {
    const { inputs } = program({ y: ops.add(ops.input('x', [2]), ops.input('x', [2])) });
    expect(inputs).toEqual([{ name: 'x', shape: [2], dtype: 'float' }]);
  });

  it('refuses two inputs of one name that differ', () => {
    const shapes = () => program({ y: ops.add(ops.input('x', [2]), ops.input('x', [1])) });
    expect(shapes).toThrow(ProgramInputError);
    expect(shapes).toThrow('Input "x" stands twice, as float [2] and float [1].');
    const kinds = () => program({ a: ops.input('x', [2]), b: ops.input('x', [2], 'int') });
    expect(kinds).toThrow('Input "x" stands twice, as float [2] and int [2].');
  });

  it('holds a chain of 5,000 layers without overflowing the call stack', async () => {
    const x = ops.input('x', []);
    let y: Tensor = x;
    for (let depth = 0; depth < 5000; depth++) y = ops.relu(ops.multiply(y, 1.001));
    const [slope] = gradients(y, [x]);
    const [value] = await valuesOf(slope, { x: Float64Array.of(1) });
    expect(value / 1.001 ** 5000).toBeCloseTo(1, 9);
  });
});

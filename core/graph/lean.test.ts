import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, valuesOf } from '../executors/testing/evaluate.ts';
import { expectClose } from '../executors/testing/expectClose.ts';
import { minus, negated, over, plus, spread, sumTo, times } from './lean.ts';
import * as ops from './ops.ts';
import { program } from './Program.ts';
import { type Shape, sizeOf, type Tensor } from './Tensor.ts';

const kinds = (y: Tensor) => program({ y }).order.map((tensor) => tensor.op.kind);
const counting = (shape: Shape) =>
  Float64Array.from({ length: sizeOf(shape) }, (_, position) => position + 1);

/** A shape, and one that broadcasts to it. */
const shapes = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 });
const broadcasts = shapes.chain((full) =>
  fc.record({
    full: fc.constant(full),
    ones: fc.array(fc.boolean(), { minLength: full.length, maxLength: full.length }),
    dropped: fc.integer({ min: 0, max: full.length }),
  }),
);
const shrink = ({ full, ones, dropped }: { full: number[]; ones: boolean[]; dropped: number }) =>
  full.map((size, axis) => (ones[axis] ? 1 : size)).slice(dropped);

describe('sumTo', () => {
  it('is the adjoint of broadcastTo: <broadcast x, g> = <x, sumTo g> (seed 11)', async () => {
    await fc.assert(
      fc.asyncProperty(broadcasts, async (drawn) => {
        const shape = shrink(drawn);
        const [x, g] = [ops.input('x', shape), ops.input('g', drawn.full)];
        const { left, right } = await evaluate(
          {
            left: ops.sum(ops.multiply(ops.broadcastTo(x, drawn.full), g)),
            right: ops.sum(ops.multiply(x, sumTo(g, shape))),
          },
          { x: counting(shape), g: counting(drawn.full).map(Math.cos) },
        );
        expect(sumTo(g, shape).shape).toEqual(shape);
        expectClose(left, right, 1e-12);
      }),
      { seed: 11 },
    );
  });

  it('counts what was only repeated, whatever stood before the broadcast (seed 12)', async () => {
    const cases = fc.record({ drawn: broadcasts, ones: fc.array(fc.boolean()) });
    await fc.assert(
      fc.asyncProperty(cases, async ({ drawn, ones }) => {
        const target = shrink(drawn);
        const before = drawn.full.map((size, axis) => (ones[axis] ? 1 : size));
        const x = ops.input('x', before);
        const materialized = ops.add(ops.broadcastTo(x, drawn.full), 0);
        const { counted, summed } = await evaluate(
          {
            counted: sumTo(ops.broadcastTo(x, drawn.full), target),
            summed: sumTo(materialized, target),
          },
          { x: counting(before) },
        );
        expectClose(counted, summed, 1e-12);
      }),
      { seed: 12 },
    );
  });

  it('keeps the shape it is given when nothing was stretched', () => {
    const g = ops.input('g', [2, 3]);
    expect(sumTo(g, [2, 3])).toBe(g);
  });
});

describe('lean arithmetic', () => {
  const row = ops.input('row', [3]);
  const full = ops.input('full', [2, 3]);

  it('calculates on constants at once', () => {
    expect(kinds(times(ops.constant(2, [2, 3]), 3))).toEqual(['constant']);
    expect(negated(ops.constant(2, [4])).shape).toEqual([4]);
    expect(kinds(sumTo(ops.constant(1, [5, 3]), [3]))).toEqual(['constant']);
  });

  it('leaves out neutral operands', () => {
    expect(times(full, 1)).toBe(full);
    expect(times(ops.constant(1), full)).toBe(full);
    expect(over(full, 1)).toBe(full);
    expect(plus(full, 0)).toBe(full);
    expect(minus(full, 0)).toBe(full);
  });

  it('does not take 0 - x or 1 / x for neutral', async () => {
    const x = Float64Array.of(2, 4, 8);
    expect(await valuesOf(minus(ops.constant(0), row), { row: x })).toEqual([-2, -4, -8]);
    expect(await valuesOf(over(ops.constant(1), row), { row: x })).toEqual([0.5, 0.25, 0.125]);
  });

  it('holds broadcasts back', () => {
    expect(kinds(plus(full, spread(row, [2, 3])))).toEqual(['input', 'input', 'add']);
    expect(times(spread(row, [2, 3]), 2).inputs[0].shape).toEqual([3]);
    expect(times(spread(row, [2, 3]), 2).shape).toEqual([2, 3]);
  });
});

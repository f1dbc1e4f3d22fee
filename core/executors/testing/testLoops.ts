/**
 * What every executor's loop must do: carry state, in chunks of any length, the same to the bit; and
 * what it must refuse.
 */
import { describe, expect, it } from 'vitest';
import { add, constant, input, matmul, multiply, subtract, sum, tanh } from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import { randomAt } from '../../random/randomAt.ts';
import { type Executor, type LoopProgram, loopProgram, type TensorMap } from '../Executor.ts';
import { referenceExecutor } from '../reference/ReferenceExecutor.ts';
import { expectClose } from './expectClose.ts';

const [B, IN, OUT] = [4, 7, 5];

/**
 * A recurrent step with everything a loop can hold: matrix and vector state, a constant, a counter,
 * two reports.
 */
function recurrentStep(): LoopProgram {
  const [x, w] = [input('x', [B, IN]), input('w', [OUT, IN])];
  const [bias, count, rate] = [input('bias', [OUT]), input('count', []), input('rate', [])];
  const y = tanh(add(matmul(x, w, { transposeB: true }), bias));
  const change = matmul(y, x, { transposeA: true });
  return loopProgram(
    program({
      w: subtract(w, multiply(change, rate)),
      bias: add(multiply(bias, 0.9), sum(y, { axes: [0] })),
      count: add(count, 1),
      total: sum(y),
      y,
    }),
  );
}

function floats(length: number, index: number): Float32Array {
  const random = randomAt({ seed: 3, stream: 'augment', index });
  return Float32Array.from({ length }, () => random.nextFloat() - 0.5);
}

const start: TensorMap = { w: floats(OUT * IN, 0), bias: floats(OUT, 1), count: floats(1, 2) };
const sequences: TensorMap = { x: floats(8 * B * IN, 3), rate: floats(8, 4) };

/** Steps from .. to of the sequences, as views into them. */
const slice = (from: number, to: number): TensorMap => ({
  x: sequences.x.subarray(from * B * IN, to * B * IN),
  rate: sequences.rate.subarray(from, to),
});

/** Registers the tests. */
export function testLoops(executor: Executor): void {
  async function started(step = recurrentStep()) {
    const loop = await executor.compileLoop(step);
    await loop.setState(start);
    return loop;
  }

  describe('a loop', () => {
    it('computes what the reference loop computes', async () => {
      const [loop, expected] = [
        await started(),
        await referenceExecutor().compileLoop(recurrentStep()),
      ];
      await expected.setState(start);
      const [actualReports, reports] = [
        await loop.run(8, sequences),
        await expected.run(8, sequences),
      ];
      const [actualState, state] = [await loop.getState(), await expected.getState()];
      for (const name of ['total', 'y'])
        expectClose(actualReports[name], reports[name], 1e-5, name);
      for (const name of Object.keys(state))
        expectClose(actualState[name], state[name], 1e-5, name);
    });

    it('computes what single runs of its step compute, to the bit', async () => {
      const step = recurrentStep();
      const [loop, single] = [await started(step), await executor.compile(step.program)];
      const reports = await loop.run(8, sequences);
      let state: TensorMap = start;
      for (let index = 0; index < 8; index++) {
        const { y, total, ...next } = await single.run({ ...state, ...slice(index, index + 1) });
        expect(reports.y.slice(index * B * OUT, (index + 1) * B * OUT)).toEqual(y);
        expect(reports.total[index]).toBe(total[0]);
        state = next;
      }
      expect(await loop.getState()).toEqual(state);
    });

    it('gives the same bits however it is cut into chunks, and on a second time', async () => {
      const whole = await started();
      await whole.run(8, sequences);
      const parts = await started();
      await parts.run(3, slice(0, 3));
      await parts.run(5, slice(3, 8));
      expect(await parts.getState()).toEqual(await whole.getState());
      const again = await started();
      expect(await again.run(8, sequences)).toEqual(await (await started()).run(8, sequences));
      expect(await again.getState()).toEqual(await whole.getState());
    });

    it('goes on from a state that was taken out, to the bit', async () => {
      const loop = await started();
      await loop.run(3, slice(0, 3));
      const taken = await loop.getState();
      const reports = await loop.run(5, slice(3, 8));
      const resumed = await executor.compileLoop(recurrentStep());
      await resumed.setState(taken);
      expect(await resumed.run(5, slice(3, 8))).toEqual(reports);
      expect(await resumed.getState()).toEqual(await loop.getState());
    });

    it('hands out copies of its state, and keeps none of what it was given', async () => {
      const loop = await started();
      const before = await loop.getState();
      await loop.run(2, slice(0, 2));
      expect(before).toEqual(start);
      const given = { ...start, count: Float32Array.of(41) };
      await loop.setState(given);
      given.count[0] = 0;
      expect((await loop.getState()).count).toEqual(Float32Array.of(41));
    });

    it('takes float64, and returns float32', async () => {
      const loop = await started();
      const x = Float64Array.from(slice(0, 1).x);
      const expected = await (await started()).run(1, slice(0, 1));
      expect(await loop.run(1, { ...slice(0, 1), x })).toEqual(expected);
    });
  });

  describe('a loop of an unusual step', () => {
    it('needs no sequence', async () => {
      const count = input('count', []);
      const loop = await executor.compileLoop(
        loopProgram(program({ count: add(count, 2), before: count })),
      );
      await loop.setState({ count: Float32Array.of(1) });
      expect((await loop.run(3, {})).before).toEqual(Float32Array.of(1, 3, 5));
      expect((await loop.getState()).count).toEqual(Float32Array.of(7));
    });

    it('needs no state', async () => {
      const loop = await executor.compileLoop(
        loopProgram(program({ y: multiply(input('x', [2]), constant(2)) })),
      );
      expect((await loop.run(2, { x: Float32Array.of(1, 2, 3, 4) })).y).toEqual(
        Float32Array.of(2, 4, 6, 8),
      );
      expect(await loop.getState()).toEqual({});
    });

    it('may exchange its states, keep one, and set one to a constant', async () => {
      const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => input(name, [2]));
      const step = loopProgram(
        program({ a: b, b: a, c, d: constant([8, 9], [2]), seen: add(add(a, d), c) }),
      );
      const loop = await executor.compileLoop(step);
      const state = { a: [1, 2], b: [3, 4], c: [5, 6], d: [7, 7] };
      await loop.setState(
        Object.fromEntries(Object.entries(state).map(([k, v]) => [k, Float32Array.from(v)])),
      );
      const { seen } = await loop.run(3, {});
      expect(seen).toEqual(Float32Array.of(13, 15, 16, 19, 14, 17));
      expect(await loop.getState()).toEqual({
        a: Float32Array.of(3, 4),
        b: Float32Array.of(1, 2),
        c: Float32Array.of(5, 6),
        d: Float32Array.of(8, 9),
      });
    });

    it('may give two states one value, and set them apart', async () => {
      const [a, b] = [input('a', [2]), input('b', [2])];
      const both = add(a, b);
      const loop = await executor.compileLoop(loopProgram(program({ a: both, b: both })));
      const twice = { a: Float32Array.of(4, 6), b: Float32Array.of(4, 6) };
      await loop.setState({ a: Float32Array.of(1, 2), b: Float32Array.of(3, 4) });
      await loop.run(1, {});
      expect(await loop.getState()).toEqual(twice);
      await loop.setState({ a: Float32Array.of(5, 5), b: Float32Array.of(-1, 1) });
      await loop.run(1, {});
      expect(await loop.getState()).toEqual(twice);
    });

    it('carries whole numbers as int32', async () => {
      const labels = input('labels', [3], 'int');
      const loop = await executor.compileLoop(
        loopProgram(program({ last: labels, before: input('last', [3], 'int') })),
      );
      await loop.setState({ last: Int32Array.of(-1, 0, 1) });
      const { before } = await loop.run(2, { labels: Int32Array.of(1, 2, 3, 4, 5, 6) });
      expect(before).toEqual(Int32Array.of(-1, 0, 1, 1, 2, 3));
      expect((await loop.getState()).last).toEqual(Int32Array.of(4, 5, 6));
    });
  });

  describe('a loop refuses', () => {
    it.each([0, -1, 1.5, Number.NaN])('%s steps', async (steps) => {
      const loop = await started();
      await expect(loop.run(steps, sequences)).rejects.toThrow(
        `A loop's steps must be an integer of at least 1. Received ${steps}.`,
      );
    });

    it('to run or be read before its state is set', async () => {
      const loop = await executor.compileLoop(recurrentStep());
      const message = 'The state of a loop must be set before its first run.';
      await expect(loop.run(8, sequences)).rejects.toThrow(message);
      await expect(loop.getState()).rejects.toThrow(message);
    });

    it('wrong sequences, and keeps its state', async () => {
      const loop = await started();
      await expect(loop.run(7, sequences)).rejects.toThrow('Input "x" must hold 196 values');
      await expect(loop.run(8, { x: sequences.x })).rejects.toThrow('Input "rate" is missing.');
      await expect(loop.run(8, { ...sequences, z: floats(1, 5) })).rejects.toThrow(
        'Input "z" is not one of [x, rate].',
      );
      expect(await loop.getState()).toEqual(start);
    });

    it('a wrong state, and keeps the one it had', async () => {
      const loop = await started();
      const wrong = { ...start, w: floats(OUT * IN, 9), bias: floats(OUT + 1, 9) };
      await expect(loop.setState(wrong)).rejects.toThrow('Input "bias" must hold 5 values');
      expect(await loop.getState()).toEqual(start);
    });

    it('to run once disposed', async () => {
      const loop = await started();
      await loop.dispose();
      await expect(loop.run(8, sequences)).rejects.toThrow();
    });
  });
}

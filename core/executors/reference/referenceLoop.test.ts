import { describe, expect, it } from 'vitest';
import { ProgramInputError } from '../../graph/errors.ts';
import { gradients } from '../../graph/gradients.ts';
import * as ops from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import { randomAt } from '../../random/randomAt.ts';
import { loopProgram, type TensorData } from '../Executor.ts';
import { referenceExecutor } from './ReferenceExecutor.ts';

const steps = 7;
const batch = 4;

/** Least squares by gradient descent: state w, sequences x, t and rate, reports loss and guess. */
function regression() {
  const [x, t] = [ops.input('x', [batch, 3]), ops.input('t', [batch, 1])];
  const [w, rate] = [ops.input('w', [3, 1]), ops.input('rate', [])];
  const error = ops.subtract(ops.matmul(x, w), t);
  const loss = ops.mean(ops.multiply(error, error));
  const [g] = gradients(loss, [w]);
  return program({
    w: ops.subtract(w, ops.multiply(rate, g)),
    loss,
    largest: ops.argMax(ops.reshape(error, [batch])),
  });
}

function draw(length: number, index: number): Float32Array {
  const random = randomAt({ seed: 5, stream: 'init', index });
  return Float32Array.from({ length }, () => random.nextNormal());
}

const sequences = {
  x: draw(steps * batch * 3, 0),
  t: draw(steps * batch, 1),
  rate: Float32Array.from({ length: steps }, (_, step) => 0.1 / (step + 1)),
};
const start = { w: draw(3, 2) };

describe('compileLoop', () => {
  it('equals one run after another, bit for bit', async () => {
    const step = regression();
    const loop = await referenceExecutor().compileLoop(loopProgram(step));
    await loop.setState(start);
    const reports = await loop.run(steps, sequences);

    const once = await referenceExecutor().compile(step);
    let w: TensorData = start.w;
    for (let index = 0; index < steps; index++) {
      const out = await once.run({
        w,
        x: sequences.x.subarray(index * batch * 3, (index + 1) * batch * 3),
        t: sequences.t.subarray(index * batch, (index + 1) * batch),
        rate: sequences.rate.subarray(index, index + 1),
      });
      expect(reports.loss[index]).toBe(out.loss[0]);
      expect(reports.largest[index]).toBe(out.largest[0]);
      w = out.w;
    }
    expect(await loop.getState()).toEqual({ w });
    expect(reports.largest).toBeInstanceOf(Int32Array);
  });

  it('gives the same in one chunk and in two', async () => {
    const whole = await referenceExecutor().compileLoop(loopProgram(regression()));
    const split = await referenceExecutor().compileLoop(loopProgram(regression()));
    await whole.setState(start);
    await split.setState(start);
    await whole.run(steps, sequences);
    const slice = (from: number, to: number) => ({
      x: sequences.x.subarray(from * batch * 3, to * batch * 3),
      t: sequences.t.subarray(from * batch, to * batch),
      rate: sequences.rate.subarray(from, to),
    });
    await split.run(3, slice(0, 3));
    await split.run(steps - 3, slice(3, steps));
    expect(await split.getState()).toEqual(await whole.getState());
  });

  it('reads all old state before it writes new: two states may trade places', async () => {
    const [a, b] = [ops.input('a', []), ops.input('b', [])];
    const loop = await referenceExecutor().compileLoop(loopProgram(program({ a: b, b: a })));
    await loop.setState({ a: Float32Array.of(1), b: Float32Array.of(2) });
    await loop.run(3, {});
    expect(await loop.getState()).toEqual({ a: Float32Array.of(2), b: Float32Array.of(1) });
  });

  it('hands out copies of the state', async () => {
    const loop = await referenceExecutor().compileLoop(loopProgram(regression()));
    await loop.setState(start);
    const before = await loop.getState();
    await loop.run(steps, sequences);
    expect(before.w).toEqual(start.w);
  });

  it('refuses to run without state, no steps, or sequences of another length', async () => {
    const loop = await referenceExecutor().compileLoop(loopProgram(regression()));
    await expect(loop.run(steps, sequences)).rejects.toThrow(
      'The state of a loop must be set before its first run.',
    );
    await loop.setState(start);
    await expect(loop.run(0, sequences)).rejects.toThrow(
      "A loop's steps must be an integer of at least 1. Received 0.",
    );
    await expect(loop.run(steps - 1, sequences)).rejects.toThrow(
      'Input "rate" must hold 6 values for [6]. Received 7.',
    );
    await expect(loop.setState({})).rejects.toThrow(ProgramInputError);
  });
});

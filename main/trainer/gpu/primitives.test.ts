/** Every primitive of the shared table, against the reference executor. */
import { afterAll, describe, expect, it } from 'vitest';
import { referenceExecutor } from '../../../core/executors/reference/ReferenceExecutor.ts';
import { expectClose } from '../../../core/executors/testing/expectClose.ts';
import { primitiveCases } from '../../../core/executors/testing/primitiveCases.ts';
import * as ops from '../../../core/graph/ops.ts';
import { program } from '../../../core/graph/Program.ts';
import type { Tensor } from '../../../core/graph/Tensor.ts';
import { testGpu } from './testing/testGpu.ts';

const TOLERANCE = 1e-4;

const { gpu, detail, executor } = testGpu;
const reference = referenceExecutor();

describe.skipIf(!gpu)(`the GPU executor on ${detail}`, () => {
  afterAll(() => gpu?.destroy());

  it.each(primitiveCases)('$name', async ({ outputs, inputs }) => {
    const executable = await executor!.compile(program(outputs));
    const actual = await executable.run(inputs);
    const expected = await (await reference.compile(program(outputs))).run(inputs);
    for (const [name, values] of Object.entries(expected)) {
      expectClose(actual[name], values, TOLERANCE, name);
      expect(actual[name]).toBeInstanceOf(values.constructor);
    }
    await executable.dispose();
  });

  it.each([
    ['relu', (x: Tensor) => ops.relu(x)],
    ['sign', (x: Tensor) => ops.sign(x)],
    ['maximum', (x: Tensor) => ops.maximum(x, 1)],
    ['maximum, turned round', (x: Tensor) => ops.maximum(1, x)],
    ['minimum', (x: Tensor) => ops.minimum(1, x)],
    ['max', (x: Tensor) => ops.max(x)],
    ['logSoftmax', (x: Tensor) => ops.sum(ops.logSoftmax(x))],
  ])('%s hands NaN on, so that divergence shows', async (_, build) => {
    const executable = await executor!.compile(program({ y: build(ops.input('x', [1])) }));
    expect((await executable.run({ x: Float32Array.of(Number.NaN) })).y).toEqual(
      Float32Array.of(Number.NaN),
    );
    await executable.dispose();
  });
});

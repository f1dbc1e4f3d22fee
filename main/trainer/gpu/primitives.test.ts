/** Every primitive of the shared table, against the reference executor. */
import { afterAll, describe, expect, it } from 'vitest';
import { gpuExecutor } from '../../../core/executors/gpujs/GpuExecutor.ts';
import { referenceExecutor } from '../../../core/executors/reference/ReferenceExecutor.ts';
import { expectClose } from '../../../core/executors/testing/expectClose.ts';
import { primitiveCases } from '../../../core/executors/testing/primitiveCases.ts';
import { program } from '../../../core/graph/Program.ts';
import { openDawn } from '../openDawn.ts';

const TOLERANCE = 1e-4;

const opened = await openDawn({ software: true });
const gpu = 'gpu' in opened ? opened.gpu : null;
const detail = 'gpu' in opened ? opened.detail : opened.reason;
const reference = referenceExecutor();

describe.skipIf(!gpu)(`the GPU executor on ${detail}`, () => {
  afterAll(() => gpu?.destroy());

  it.each(primitiveCases)('$name', async ({ outputs, inputs }) => {
    const executable = await gpuExecutor(gpu!, { detail }).compile(program(outputs));
    const actual = await executable.run(inputs);
    const expected = await (await reference.compile(program(outputs))).run(inputs);
    for (const [name, values] of Object.entries(expected)) {
      expectClose(actual[name], values, TOLERANCE, name);
      expect(actual[name]).toBeInstanceOf(values.constructor);
    }
    await executable.dispose();
  });
});

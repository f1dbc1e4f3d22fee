/** Every primitive of the shared table, against the reference executor. */
import { afterAll, describe, expect, it } from 'vitest';
import { program } from '../../graph/Program.ts';
import { referenceExecutor } from '../reference/ReferenceExecutor.ts';
import { expectClose } from '../testing/expectClose.ts';
import { primitiveCases } from '../testing/primitiveCases.ts';
import { gpuExecutor } from './GpuExecutor.ts';
import { openGpu } from './testing/openGpu.ts';

const TOLERANCE = 1e-4;

const opened = await openGpu();
const reference = referenceExecutor();

describe.skipIf(!opened.gpu)(`on ${opened.detail}`, () => {
  const { gpu, detail } = opened;
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

/** A sum that cannot be split, longer than the loops that GPU.js cuts off where their end is not written down. */
import { afterAll, describe, expect, it } from 'vitest';
import { input, sum } from '../../../core/graph/ops.ts';
import { program } from '../../../core/graph/Program.ts';
import { testGpu } from './testing/testGpu.ts';

const { gpu, detail, executor } = testGpu;
const PRIME = 1_000_003;

describe.skipIf(!gpu)(`the GPU executor on ${detail}`, () => {
  afterAll(() => gpu?.destroy());

  it('loops to the end, however far that is', async () => {
    const executable = await executor!.compile(program({ y: sum(input('x', [PRIME])) }));
    const { y } = await executable.run({ x: new Float32Array(PRIME).fill(1) });
    expect(y).toEqual(Float32Array.of(PRIME));
    await executable.dispose();
  });
});

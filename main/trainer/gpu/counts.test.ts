/** What the design promises of traffic: one submission and one read-back a chunk, few kernels. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { loopProgram } from '../../../core/executors/Executor.ts';
import { add, input, multiply, sum } from '../../../core/graph/ops.ts';
import { program } from '../../../core/graph/Program.ts';
import { testGpu } from './testing/testGpu.ts';

const { gpu, detail, executor } = testGpu;

/** WebGPU's classes, as Dawn puts them into the global scope. */
interface WebgpuGlobals {
  readonly GPUQueue: { readonly prototype: { submit(commands: readonly object[]): void } };
  readonly GPUBuffer: { readonly prototype: { mapAsync(mode: number): Promise<void> } };
}

describe.skipIf(!gpu)(`the GPU executor on ${detail}`, () => {
  afterAll(() => gpu?.destroy());

  it('submits and reads once a chunk, however many steps it holds', async () => {
    const [x, w] = [input('x', [3, 4]), input('w', [3, 4])];
    const step = loopProgram(program({ w: add(w, multiply(x, 0.5)), total: sum(w) }));
    const loop = await executor!.compileLoop(step);
    await loop.setState({ w: new Float32Array(12) });
    const { GPUQueue, GPUBuffer } = globalThis as unknown as WebgpuGlobals;
    const submits = vi.spyOn(GPUQueue.prototype, 'submit');
    const reads = vi.spyOn(GPUBuffer.prototype, 'mapAsync');
    const { total } = await loop.run(50, { x: new Float32Array(50 * 12).fill(1) });
    expect(submits).toHaveBeenCalledTimes(1);
    expect(reads).toHaveBeenCalledTimes(1);
    expect(total).toEqual(Float32Array.from({ length: 50 }, (_, index) => 6 * index));
    vi.restoreAllMocks();
    await loop.dispose();
  });
});

import { expect, test, vi } from 'vitest';
import type { GpuFunction, GpuInstance } from '../GpuModule.ts';
import { watchBuilds } from './watchBuilds.ts';

/** GPU.js as far as it makes kernels; those of the source `refused` do not compile. */
function playedGpu(): GpuInstance {
  return {
    createKernel: (source) => {
      const build = async () => {
        if (source === 'refused') throw new Error('It does not compile.');
      };
      return Object.assign(() => null, { kernel: { build } }) as GpuFunction;
    },
    createPipeline: () => {
      throw new Error('Nothing is traced here.');
    },
    destroy: () => undefined,
  };
}

const build = (gpu: GpuInstance, source: string) =>
  gpu.createKernel(source, { output: [1] }).kernel?.build?.();

test('each kernel that compiles is told of once it has, and none behind the end', async () => {
  const gpu = playedGpu();
  const { createKernel } = gpu;
  const compiled = vi.fn();
  const unwatch = watchBuilds(gpu, { expect: () => undefined, compiled });
  const building = build(gpu, 'a');
  expect(compiled).not.toHaveBeenCalled();
  await building;
  expect(compiled).toHaveBeenCalledTimes(1);
  await expect(build(gpu, 'refused')).rejects.toThrow('It does not compile.');
  expect(compiled).toHaveBeenCalledTimes(1);
  unwatch();
  expect(gpu.createKernel).toBe(createKernel);
  await build(gpu, 'b');
  expect(compiled).toHaveBeenCalledTimes(1);
});

test('a GPU.js that keeps its kernels to itself works as before', () => {
  const gpu = playedGpu();
  const made = (() => 7) as unknown as GpuFunction;
  gpu.createKernel = () => made;
  watchBuilds(gpu, { expect: () => undefined, compiled: () => undefined });
  expect(gpu.createKernel('a', { output: [1] })).toBe(made);
});

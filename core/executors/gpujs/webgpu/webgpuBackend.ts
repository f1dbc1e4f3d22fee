import type { GpuBackend } from '../GpuBackend.ts';
import type { GpuInstance } from '../GpuModule.ts';
import { createStep } from './createStep.ts';
import { dialect } from './dialect.ts';

/** `gpu`: in mode `webgpu`; over Dawn in Node, over the browser's own in a window. */
export const webgpuBackend = (gpu: GpuInstance, name: 'webgpu' | 'dawn'): GpuBackend => ({
  name,
  dialect,
  createStep: (loop, plan, watch) => createStep(gpu, loop, plan, watch),
});

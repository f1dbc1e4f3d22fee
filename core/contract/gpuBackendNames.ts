import type { GpuBackend } from './DeviceProblem.ts';

/** As people know them, in every language. */
export const gpuBackendNames = {
  webgpu: 'WebGPU',
  dawn: 'Dawn',
  webgl2: 'WebGL2',
} as const satisfies Readonly<Record<GpuBackend, string>>;

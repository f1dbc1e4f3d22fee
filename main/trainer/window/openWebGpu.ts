/** GPU.js in a page: over the browser's own WebGPU. */
import { GPU } from 'gpu.js';
import type { FoundBackend } from '../../../core/contract/DeviceReport.ts';
import type { GpuInstance } from '../../../core/executors/gpujs/GpuModule.ts';
import { webgpuBackend } from '../../../core/executors/gpujs/webgpu/webgpuBackend.ts';
import {
  foundWebGpu,
  gpuDetail,
  largestBufferOf,
  type OpenedGpu,
  refuseAdapter,
} from '../OpenedGpu.ts';
import { findAdapter } from './findAdapter.ts';

export async function openWebGpu(software: boolean): Promise<OpenedGpu> {
  const found = await findAdapter();
  if (found === 'not-offered') return { problem: { code: 'not-offered' } };
  const problem = refuseAdapter(found?.described ?? null, software);
  if (problem || !found?.described.limits) return { problem: problem ?? { code: 'no-adapter' } };
  const { webgpu, adapter, described } = found;
  // GPU.js asks again, and without a wish: it is to have the one that is told of.
  Object.defineProperty(webgpu, 'requestAdapter', { value: async () => adapter });
  const gpu = new GPU({ mode: 'webgpu' } as object) as unknown as GpuInstance;
  return {
    gpu,
    backend: webgpuBackend(gpu, 'webgpu'),
    detail: gpuDetail(described, 'webgpu'),
    largestBuffer: largestBufferOf(found.described.limits),
  };
}

/** Without opening it. */
export async function probeWebGpu(software: boolean): Promise<FoundBackend> {
  const found = await findAdapter();
  if (found !== 'not-offered') return foundWebGpu(found?.described ?? null, software);
  return { backend: 'webgpu', adapter: null, problem: { code: 'not-offered' } };
}

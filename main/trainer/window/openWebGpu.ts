/** GPU.js in a page: over the browser's own WebGPU. */
import { GPU } from 'gpu.js';
import type { GpuInstance } from '../../../core/executors/gpujs/GpuModule.ts';
import { webgpuBackend } from '../../../core/executors/gpujs/webgpu/webgpuBackend.ts';
import {
  type BufferLimits,
  type FoundAdapter,
  gpuDetail,
  largestBufferOf,
  type OpenedGpu,
  refuseAdapter,
} from '../OpenedGpu.ts';

interface AdapterInfo {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
  readonly isFallbackAdapter?: boolean;
}

/** Chrome 121 made a property of what had been asked for, and later moved the last one there. */
interface Adapter {
  readonly limits: BufferLimits;
  readonly info?: AdapterInfo;
  requestAdapterInfo?(): Promise<AdapterInfo>;
  readonly isFallbackAdapter?: boolean;
}

interface WebGpu {
  requestAdapter(wish: { powerPreference: 'high-performance' }): Promise<Adapter | null>;
}

export async function openWebGpu(software: boolean): Promise<OpenedGpu> {
  const { gpu } = navigator as { gpu?: WebGpu };
  if (!gpu) return { reason: 'this system offers no WebGPU' };
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  const found = adapter && (await describe(adapter));
  const reason = refuseAdapter(found, software);
  if (!adapter || !found || reason) return { reason: reason ?? '' };
  // GPU.js asks again, and without a wish: it is to have the one that is told of.
  Object.defineProperty(gpu, 'requestAdapter', { value: async () => adapter });
  const instance = new GPU({ mode: 'webgpu' } as object) as unknown as GpuInstance;
  const largestBuffer = largestBufferOf(adapter.limits);
  const backend = webgpuBackend(instance);
  return { gpu: instance, backend, detail: gpuDetail(found), largestBuffer };
}

async function describe(adapter: Adapter): Promise<FoundAdapter> {
  const info = adapter.info ?? (await adapter.requestAdapterInfo?.());
  const { description, vendor, architecture } = info ?? noInfo;
  return {
    description: description || [vendor, architecture].filter(Boolean).join(' ') || 'unnamed',
    isSoftware: info?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false,
  };
}

/** Some browsers keep it to themselves. */
const noInfo: AdapterInfo = { vendor: '', architecture: '', description: '' };

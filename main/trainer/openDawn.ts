/**
 * GPU.js in plain Node: over Dawn, which reaches the graphics card by Vulkan, Metal or Direct3D 12.
 *
 * Not in Electron, whose memory cage refuses the buffers that Dawn reads results into.
 */
import { createRequire } from 'node:module';
import type { GpuInstance } from '../../core/executors/gpujs/GpuModule.ts';
import { webgpuBackend } from '../../core/executors/gpujs/webgpu/webgpuBackend.ts';
import { isSoftwareGpuWanted } from './isSoftwareGpuWanted.ts';
import {
  type BufferLimits,
  gpuDetail,
  largestBufferOf,
  type OpenedGpu,
  refuseAdapter,
} from './OpenedGpu.ts';

export interface OpenDawnOptions {
  /** Take an adapter that computes on the processor, too: right, and slower than anything else. */
  readonly software?: boolean;
}

interface Adapter {
  readonly info: { readonly description: string; readonly isFallbackAdapter: boolean };
  readonly limits: BufferLimits;
}

interface WebGpu {
  requestAdapter(): Promise<Adapter | null>;
}

interface Dawn {
  readonly globals: object;
  create(flags: readonly string[]): WebGpu;
}

const load = createRequire(import.meta.url);

/** One a process: Dawn does not take a second instance well. */
let webgpu: WebGpu | null = null;
let gpu: GpuInstance | null = null;

/** Never rejects. */
export async function openDawn({
  software = isSoftwareGpuWanted(),
}: OpenDawnOptions = {}): Promise<OpenedGpu> {
  try {
    const adapter = await provideWebGpu().requestAdapter();
    const found = adapter && {
      description: adapter.info.description,
      isSoftware: adapter.info.isFallbackAdapter,
    };
    const reason = refuseAdapter(found, software);
    if (!adapter || !found || reason) return { reason: reason ?? '' };
    gpu ??= createGpu();
    return {
      gpu,
      backend: webgpuBackend(gpu),
      detail: gpuDetail(found),
      largestBuffer: largestBufferOf(adapter.limits),
    };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** GPU.js looks for a browser's WebGPU when it is loaded. */
function provideWebGpu(): WebGpu {
  if (webgpu) return webgpu;
  const { create, globals } = load('webgpu') as Dawn;
  webgpu = create([]);
  Object.assign(globalThis, globals);
  Object.defineProperty(globalThis, 'navigator', { value: { gpu: webgpu }, configurable: true });
  return webgpu;
}

function createGpu(): GpuInstance {
  const { GPU } = load('gpu.js') as { GPU: new (settings: { mode: string }) => GpuInstance };
  return new GPU({ mode: 'webgpu' });
}

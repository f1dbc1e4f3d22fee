/**
 * GPU.js in plain Node: over Dawn, which reaches the graphics card by Vulkan, Metal or Direct3D 12.
 *
 * Not in Electron, whose memory cage refuses the buffers that Dawn reads results into.
 */
import { createRequire } from 'node:module';
import type { GpuInstance } from '../../core/executors/gpujs/GpuModule.ts';
import { gpuDetail, type OpenedGpu, refuseAdapter } from './OpenedGpu.ts';

export interface OpenDawnOptions {
  /** Take an adapter that computes on the processor, too: right, and slower than anything else. */
  readonly software?: boolean;
}

interface Adapter {
  readonly info: { readonly description: string; readonly isFallbackAdapter: boolean };
}

interface Dawn {
  readonly globals: object;
  create(flags: readonly string[]): { requestAdapter(): Promise<Adapter | null> };
}

let opened: Promise<OpenedGpu> | null = null;

/** One a process: Dawn does not take a second instance well. Never rejects. */
export function openDawn({
  software = process.env.DESCENT_SOFTWARE_GPU === '1',
}: OpenDawnOptions = {}): Promise<OpenedGpu> {
  opened ??= open(software).catch((error: unknown) => ({
    reason: error instanceof Error ? error.message : String(error),
  }));
  return opened;
}

async function open(software: boolean): Promise<OpenedGpu> {
  const load = createRequire(import.meta.url);
  const { create, globals } = load('webgpu') as Dawn;
  const api = create([]);
  const adapter = await api.requestAdapter();
  const found = adapter && {
    description: adapter.info.description,
    isSoftware: adapter.info.isFallbackAdapter,
  };
  const reason = refuseAdapter(found, software);
  if (!found || reason) return { reason: reason ?? '' };
  // GPU.js looks for a browser's WebGPU when it is loaded.
  Object.assign(globalThis, globals);
  Object.defineProperty(globalThis, 'navigator', { value: { gpu: api }, configurable: true });
  const { GPU } = load('gpu.js') as { GPU: new (settings: { mode: string }) => GpuInstance };
  return { gpu: new GPU({ mode: 'webgpu' }), detail: gpuDetail(found) };
}

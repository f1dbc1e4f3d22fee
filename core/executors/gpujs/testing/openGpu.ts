/** A GPU.js instance over Dawn, where the machine has an adapter; the name of what is missing where not. */
import { createRequire } from 'node:module';
import type { GpuInstance } from '../GpuModule.ts';

export interface OpenedGpu {
  readonly gpu: GpuInstance | null;
  readonly detail: string;
}

let opened: Promise<OpenedGpu> | null = null;

/** One a process: Dawn does not take a second instance well. */
export function openGpu(): Promise<OpenedGpu> {
  opened ??= open();
  return opened;
}

async function open(): Promise<OpenedGpu> {
  const load = createRequire(import.meta.url);
  const { create, globals } = load('webgpu');
  Object.assign(globalThis, globals);
  const api = create([]);
  Object.defineProperty(globalThis, 'navigator', { value: { gpu: api }, configurable: true });
  const adapter = await api.requestAdapter();
  if (!adapter) return { gpu: null, detail: 'WebGPU: no adapter' };
  const { GPU } = load('gpu.js');
  return { gpu: new GPU({ mode: 'webgpu' }), detail: `WebGPU, ${adapter.info.description}` };
}

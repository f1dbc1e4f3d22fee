import type { GpuInstance } from '../../core/executors/gpujs/GpuModule.ts';

/** What came of looking for a GPU. */
export type OpenedGpu =
  | { readonly gpu: GpuInstance; readonly detail: string; readonly largestBuffer: number }
  /** Why there is none, in words. */
  | { readonly reason: string };

/** Of an adapter: GPU.js asks for the most that it gives. */
export interface BufferLimits {
  readonly maxBufferSize: number;
  readonly maxStorageBufferBindingSize: number;
}

export const largestBufferOf = (limits: BufferLimits) =>
  Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);

export interface FoundAdapter {
  readonly description: string;
  /** It computes on the processor: right, and slower than anything else. */
  readonly isSoftware: boolean;
}

/** Why this adapter is not computed on, null when it is. `software`: whether one of those will do. */
export function refuseAdapter(adapter: FoundAdapter | null, software: boolean): string | null {
  if (!adapter) return 'WebGPU finds no adapter';
  if (!adapter.isSoftware || software) return null;
  return `WebGPU finds only a software adapter (${adapter.description})`;
}

/** The version in package.json, which a test holds it to: the page has no other way to know it. */
export const GPU_JS_VERSION = '2.24.1';

/** As it stands in a run's record. */
export const gpuDetail = ({ description }: FoundAdapter) =>
  `GPU.js ${GPU_JS_VERSION}, WebGPU, ${description}`;

/** Of the CPU executor that takes over. */
export const insteadOfGpu = (detail: string, reason: string) =>
  `${detail}, because no GPU can be used: ${reason}`;

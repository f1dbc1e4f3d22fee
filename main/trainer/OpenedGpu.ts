import type { GpuBackend } from '../../core/executors/gpujs/GpuBackend.ts';
import type { GpuInstance } from '../../core/executors/gpujs/GpuModule.ts';

/** What came of looking for a GPU. */
export type OpenedGpu =
  | {
      readonly gpu: GpuInstance;
      readonly backend: GpuBackend;
      readonly detail: string;
      readonly largestBuffer: number;
    }
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

type Api = 'WebGPU' | 'WebGL2';

/** Why this adapter is not computed on, null when it is. `software`: whether one of those will do. */
export function refuseAdapter(
  adapter: FoundAdapter | null,
  software: boolean,
  api: Api = 'WebGPU',
): string | null {
  if (!adapter) return `${api} finds no adapter`;
  if (!adapter.isSoftware || software) return null;
  return `${api} finds only a software adapter (${adapter.description})`;
}

/** The version in package.json, which a test holds it to: the page has no other way to know it. */
export const GPU_JS_VERSION = '2.24.1';

/** As it stands in a run's record. */
export const gpuDetail = ({ description }: FoundAdapter, api: Api = 'WebGPU') =>
  `GPU.js ${GPU_JS_VERSION}, ${api}, ${description}`;

/** Of the CPU executor that takes over. */
export const insteadOfGpu = (detail: string, reason: string) =>
  `${detail}, because no GPU can be used: ${reason}`;

/** Of WebGL2, which takes over from WebGPU. */
export const insteadOfWebGpu = (detail: string, reason: string) => `${detail}, because ${reason}`;

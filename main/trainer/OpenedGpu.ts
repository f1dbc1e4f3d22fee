import type {
  GpuBackend as BackendName,
  DeviceProblem,
} from '../../core/contract/DeviceProblem.ts';
import type { FoundBackend, GpuAdapter, GpuLimits } from '../../core/contract/DeviceReport.ts';
import { gpuBackendNames } from '../../core/contract/gpuBackendNames.ts';
import type { GpuBackend } from '../../core/executors/gpujs/GpuBackend.ts';
import type { GpuInstance } from '../../core/executors/gpujs/GpuModule.ts';

/** What came of looking for a GPU. */
export type OpenedGpu =
  | UsableGpu
  /** Why there is none. */
  | { readonly problem: DeviceProblem };

export interface UsableGpu {
  readonly gpu: GpuInstance;
  readonly backend: GpuBackend;
  readonly detail: string;
  readonly largestBuffer: number;
}

export const largestBufferOf = (
  limits: Pick<GpuLimits, 'maxBufferSize' | 'maxStorageBufferBindingSize'>,
) => Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);

/** Bytes that it holds in one piece; null where nobody knows. */
export const largestTensorOf = ({ limits, largestTensor }: GpuAdapter): number | null =>
  limits ? largestBufferOf(limits) : (largestTensor ?? null);

/** Of an adapter, whose limits are getters of its class: GPU.js asks for the most that it gives. */
export function readLimits(limits: GpuLimits): GpuLimits {
  const {
    maxBufferSize,
    maxStorageBufferBindingSize,
    maxStorageBuffersPerShaderStage,
    maxComputeInvocationsPerWorkgroup,
    maxComputeWorkgroupStorageSize,
    maxComputeWorkgroupsPerDimension,
  } = limits;
  return {
    maxBufferSize,
    maxStorageBufferBindingSize,
    maxStorageBuffersPerShaderStage,
    maxComputeInvocationsPerWorkgroup,
    maxComputeWorkgroupStorageSize,
    maxComputeWorkgroupsPerDimension,
  };
}

/** Why this adapter is not computed on, null when it is. `software`: whether one of those will do. */
export function refuseAdapter(
  adapter: GpuAdapter | null,
  software: boolean,
  backend: BackendName = 'webgpu',
): DeviceProblem | null {
  if (!adapter) return { code: 'no-adapter', ...named(backend) };
  if (!adapter.isSoftware || software) return null;
  return { code: 'software-only', adapter: nameOf(adapter), ...named(backend) };
}

/** A problem that names no backend is WebGPU's. */
const named = (backend: BackendName) => (backend === 'webgpu' ? {} : { backend });

export function foundWebGpu(
  adapter: GpuAdapter | null,
  software: boolean,
  backend: 'webgpu' | 'dawn' = 'webgpu',
): FoundBackend {
  return { backend, adapter, problem: refuseAdapter(adapter, software, backend) };
}

/** The version in package.json, which a test holds it to: the page has no other way to know it. */
export const GPU_JS_VERSION = '2.24.1';

/** As it stands in a run's record. */
export const gpuDetail = (adapter: GpuAdapter, backend: BackendName) =>
  `GPU.js ${GPU_JS_VERSION}, ${gpuBackendNames[backend]}, ${nameOf(adapter)}`;

function nameOf({ description, vendor, architecture }: GpuAdapter): string {
  return description || [vendor, architecture].filter(Boolean).join(' ') || 'unnamed';
}

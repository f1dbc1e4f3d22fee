/**
 * GPU.js in plain Node: over Dawn, which reaches the graphics card by Vulkan, Metal or Direct3D 12.
 *
 * Not in Electron's own Node, whose memory cage refuses the buffers that Dawn reads results into: there
 * a process of plain Node is started for it (main/service/runs/plainNode.ts).
 */
import { createRequire } from 'node:module';
import type { FoundBackend, GpuAdapter, GpuLimits } from '../../core/contract/DeviceReport.ts';
import type { GpuInstance } from '../../core/executors/gpujs/GpuModule.ts';
import { webgpuBackend } from '../../core/executors/gpujs/webgpu/webgpuBackend.ts';
import { isSoftwareGpuWanted } from './isSoftwareGpuWanted.ts';
import {
  foundWebGpu,
  gpuDetail,
  largestBufferOf,
  type OpenedGpu,
  readLimits,
  refuseAdapter,
} from './OpenedGpu.ts';

export interface OpenDawnOptions {
  /** Take an adapter that computes on the processor, too: right, and slower than anything else. */
  readonly software?: boolean;
}

interface Adapter {
  readonly info: {
    readonly vendor: string;
    readonly architecture: string;
    readonly description: string;
    readonly isFallbackAdapter: boolean;
  };
  readonly limits: GpuLimits;
}

interface WebGpu {
  requestAdapter(wish?: { readonly powerPreference: 'high-performance' }): Promise<Adapter | null>;
}

interface Dawn {
  readonly globals: object;
  create(flags: readonly string[]): WebGpu;
}

interface GpuJs {
  readonly GPU: new (settings: { readonly mode: string }) => GpuInstance;
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
    const adapter = await findAdapter();
    const problem = refuseAdapter(adapter, software, 'dawn');
    if (problem || !adapter?.limits) return { problem: problem ?? missing };
    gpu ??= await createGpu();
    return {
      gpu,
      backend: webgpuBackend(gpu, 'dawn'),
      detail: gpuDetail(adapter, 'dawn'),
      largestBuffer: largestBufferOf(adapter.limits),
    };
  } catch (error) {
    return { problem: refused(error) };
  }
}

/** What this process can compute on, without opening it. Never rejects. */
export async function probeDawn(software = isSoftwareGpuWanted()): Promise<FoundBackend[]> {
  try {
    return [foundWebGpu(await findAdapter(), software, 'dawn')];
  } catch (error) {
    return [{ backend: 'dawn', adapter: null, problem: refused(error) }];
  }
}

async function findAdapter(): Promise<GpuAdapter | null> {
  const adapter = await provideWebGpu().requestAdapter();
  if (!adapter) return null;
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const limits = readLimits(adapter.limits);
  return { vendor, architecture, description, isSoftware: isFallbackAdapter, limits };
}

const missing = { code: 'no-adapter', backend: 'dawn' } as const;

const refused = (error: unknown) =>
  ({ code: 'refused', detail: error instanceof Error ? error.message : String(error) }) as const;

/** GPU.js looks for a browser's WebGPU when it is loaded. */
function provideWebGpu(): WebGpu {
  if (webgpu) return webgpu;
  const { create, globals } = load('webgpu') as Dawn;
  webgpu = create([]);
  // GPU.js asks without a wish, and is to have the one that is told of: of two cards the faster one.
  const ask = webgpu.requestAdapter.bind(webgpu);
  webgpu.requestAdapter = () => ask({ powerPreference: 'high-performance' });
  Object.assign(globalThis, globals);
  Object.defineProperty(globalThis, 'navigator', { value: { gpu: webgpu }, configurable: true });
  return webgpu;
}

/** By name, so that the build takes it along; only now, because it looks around when it is loaded. */
async function createGpu(): Promise<GpuInstance> {
  const { default: gpujs } = (await import('gpu.js')) as unknown as { readonly default: GpuJs };
  return new gpujs.GPU({ mode: 'webgpu' });
}

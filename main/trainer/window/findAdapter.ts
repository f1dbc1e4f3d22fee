/** The browser's own WebGPU, as a page finds it. */
import type { GpuAdapter, GpuLimits } from '../../../core/contract/DeviceReport.ts';
import { readLimits } from '../OpenedGpu.ts';

interface AdapterInfo {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
  readonly isFallbackAdapter?: boolean;
}

/** Chrome 121 made a property of what had been asked for, and later moved the last one there. */
interface Adapter {
  readonly limits: GpuLimits;
  readonly info?: AdapterInfo;
  requestAdapterInfo?(): Promise<AdapterInfo>;
  readonly isFallbackAdapter?: boolean;
}

interface WebGpu {
  requestAdapter(wish: { powerPreference: 'high-performance' }): Promise<Adapter | null>;
}

export interface PageAdapter {
  readonly webgpu: object;
  readonly adapter: object;
  readonly described: GpuAdapter;
}

/** `not-offered` where there is no WebGPU, null where WebGPU has no adapter. */
export async function findAdapter(): Promise<PageAdapter | 'not-offered' | null> {
  const { gpu } = navigator as { gpu?: WebGpu };
  if (!gpu) return 'not-offered';
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  return adapter && { webgpu: gpu, adapter, described: await describe(adapter) };
}

async function describe(adapter: Adapter): Promise<GpuAdapter> {
  const info = adapter.info ?? (await adapter.requestAdapterInfo?.());
  const { vendor = '', architecture = '', description = '' } = info ?? {};
  return {
    vendor,
    architecture,
    description,
    isSoftware: info?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false,
    limits: readLimits(adapter.limits),
  };
}

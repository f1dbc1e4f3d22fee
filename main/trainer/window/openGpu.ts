import { insteadOfWebGpu, type OpenedGpu } from '../OpenedGpu.ts';
import { openWebGl2 } from './openWebGl2.ts';
import { openWebGpu } from './openWebGpu.ts';

/** WebGPU, or else WebGL2, which then says why. `software`: whether an adapter of software will do. */
export async function openGpu(software: boolean): Promise<OpenedGpu> {
  const webgpu = await openWebGpu(software).catch((error: Error) => ({ reason: error.message }));
  if ('gpu' in webgpu) return webgpu;
  const webgl2 = openWebGl2(software);
  if ('reason' in webgl2) return { reason: `${webgpu.reason}, ${webgl2.reason}` };
  return { ...webgl2, detail: insteadOfWebGpu(webgl2.detail, webgpu.reason) };
}

import { deviceProblemOf } from '../deviceProblemOf.ts';
import type { OpenedGpu } from '../OpenedGpu.ts';
import { openInstead } from './openInstead.ts';
import { openWebGpu } from './openWebGpu.ts';

/**
 * WebGPU, or else WebGL2, which then says why. Where there is neither, the problem is WebGPU's.
 *
 * @param software Whether an adapter of software will do.
 */
export async function openGpu(software: boolean): Promise<OpenedGpu> {
  const webgpu = await openWebGpu(software).catch((error) => ({ problem: deviceProblemOf(error) }));
  if ('gpu' in webgpu) return webgpu;
  return openInstead(webgpu.problem, software) ?? webgpu;
}

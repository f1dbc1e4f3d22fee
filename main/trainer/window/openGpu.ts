import { deviceProblemOf } from '../deviceProblemOf.ts';
import type { OpenedGpu } from '../OpenedGpu.ts';
import type { WindowBackend } from '../TrainerWindowProtocol.ts';
import { openWebGl2 } from './openWebGl2.ts';
import { openWebGpu } from './openWebGpu.ts';

/**
 * Never rejects.
 *
 * @param software Whether an adapter of software will do.
 */
export async function openGpu(backend: WindowBackend, software: boolean): Promise<OpenedGpu> {
  try {
    return backend === 'webgpu' ? await openWebGpu(software) : openWebGl2(software);
  } catch (error) {
    return { problem: deviceProblemOf(error) };
  }
}

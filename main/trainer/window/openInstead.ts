import type { DeviceProblem } from '../../../core/contract/DeviceProblem.ts';
import type { UsableGpu } from '../OpenedGpu.ts';
import { openWebGl2 } from './openWebGl2.ts';

/** WebGL2 in the place of a WebGPU that has this problem; null where there is none. */
export function openInstead(insteadOfWebGpu: DeviceProblem, software: boolean): UsableGpu | null {
  const webgl2 = openWebGl2(software);
  return 'gpu' in webgl2 ? { ...webgl2, insteadOfWebGpu } : null;
}

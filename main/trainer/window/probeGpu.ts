import type { FoundBackend } from '../../../core/contract/DeviceReport.ts';
import { probeWebGl2 } from './openWebGl2.ts';
import { probeWebGpu } from './openWebGpu.ts';

/** What a page can compute on, the one that is trained on first in front. */
export async function probeGpu(software: boolean): Promise<FoundBackend[]> {
  return [await probeWebGpu(software), probeWebGl2(software)];
}

import type { GpuWay } from './GpuWay.ts';
import { startDawnTrainer } from './startDawnTrainer.ts';
import { startWindowTrainer } from './startWindowTrainer.ts';
import type { TrainerProgram } from './TrainerProcess.ts';
import type { TrainerWindows } from './TrainerWindows.ts';

export interface GpuWaysOptions {
  readonly windows: TrainerWindows;
  /** What trains by Dawn; null where there is no plain Node. */
  readonly dawn: TrainerProgram | null;
}

/**
 * From a service that has windows, in the order in which they are tried.
 *
 * Chromium's WebGPU first: it is confined, and outlives a driver that crashes. On Linux it often knows
 * of no card that Dawn computes on all the same, and WebGL2, which then would be left, is many times
 * slower.
 */
export function gpuWays({ windows, dawn }: GpuWaysOptions): GpuWay[] {
  const inWindow = (backend: 'webgpu' | 'webgl2'): GpuWay => ({
    backend,
    start: (job, onMessage) => startWindowTrainer({ windows, backend }, job, onMessage),
  });
  const byDawn: GpuWay[] = dawn
    ? [
        {
          backend: 'dawn',
          start: (job, onMessage) => startDawnTrainer(dawn, job, onMessage),
        },
      ]
    : [];
  return [inWindow('webgpu'), ...byDawn, inWindow('webgl2')];
}

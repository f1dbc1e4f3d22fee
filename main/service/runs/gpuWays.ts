import { GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import type { WindowBackend } from '../../trainer/TrainerWindowProtocol.ts';
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
  const inWindow = (backend: WindowBackend) => startWindowTrainer.bind(null, { windows, backend });
  const starts: Readonly<Record<GpuBackend, GpuWay['start'] | null>> = {
    webgpu: inWindow('webgpu'),
    dawn: dawn && startDawnTrainer.bind(null, dawn),
    webgl2: inWindow('webgl2'),
  };
  return GpuBackend.options.flatMap((backend) => {
    const start = starts[backend];
    return start ? [{ backend, start }] : [];
  });
}

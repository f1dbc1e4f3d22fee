/** Every way to the graphics card that the studio has, in the order in which they are tried. */
import { GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import type { FoundBackend } from '../../../core/contract/DeviceReport.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { isSoftwareGpuWanted } from '../../trainer/isSoftwareGpuWanted.ts';
import type { TrainerJobs } from '../runs/TrainerJobs.ts';
import type { TrainerWindows } from '../runs/TrainerWindows.ts';
import { askWindow } from './askWindow.ts';

export interface GpuAccess {
  readonly windows: TrainerWindows;
  /** Null where there is no plain Node. */
  readonly dawnJobs: TrainerJobs | null;
}

export async function probeGpu({ windows, dawnJobs }: GpuAccess): Promise<FoundBackend[]> {
  const found = await Promise.all([probeInWindow(windows), dawnJobs ? probeByDawn(dawnJobs) : []]);
  const order = GpuBackend.options;
  return found.flat().sort((a, b) => order.indexOf(a.backend) - order.indexOf(b.backend));
}

async function probeInWindow(windows: TrainerWindows): Promise<FoundBackend[]> {
  const request = { kind: 'probe-devices', software: isSoftwareGpuWanted() } as const;
  const answer = await askWindow(windows, request, 'devices-probed');
  if ('backends' in answer) return answer.backends;
  return [ended('webgpu', answer.gone)];
}

/** A driver that crashes takes only its process along. */
async function probeByDawn(jobs: TrainerJobs): Promise<FoundBackend[]> {
  try {
    return (await jobs.probeDevices({ gpu: true })).backends;
  } catch (error) {
    if (!(error instanceof StudioError) || error.code !== 'trainer-crashed') throw error;
    return [ended('dawn', error.message)];
  }
}

const ended = (backend: GpuBackend, detail: string): FoundBackend => ({
  backend,
  adapter: null,
  problem: { code: 'ended', detail },
});

/** Every way to the graphics card that the studio has, in the order in which they are tried. */
import { GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import type { FoundBackend } from '../../../core/contract/DeviceReport.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { isSoftwareGpuWanted } from '../../trainer/isSoftwareGpuWanted.ts';
import { GPU_PATIENCE } from '../runs/gpuPatience.ts';
import type { TrainerJobs } from '../runs/TrainerJobs.ts';
import type { TrainerWindows } from '../runs/TrainerWindows.ts';
import { askWindow } from './askWindow.ts';

export interface GpuAccess {
  readonly windows: TrainerWindows;
  /** Null where there is no plain Node. */
  readonly dawnJobs: TrainerJobs | null;
}

export async function probeGpu(
  { windows, dawnJobs }: GpuAccess,
  patienceMilliseconds = GPU_PATIENCE,
): Promise<FoundBackend[]> {
  const found = await Promise.all([
    probeInWindow(windows),
    dawnJobs ? probeByDawn(dawnJobs, patienceMilliseconds) : [],
  ]);
  const order = GpuBackend.options;
  return found.flat().sort((a, b) => order.indexOf(a.backend) - order.indexOf(b.backend));
}

async function probeInWindow(windows: TrainerWindows): Promise<FoundBackend[]> {
  const request = { kind: 'probe-devices', software: isSoftwareGpuWanted() } as const;
  const answer = await askWindow(windows, request, 'devices-probed');
  if ('backends' in answer) return answer.backends;
  return [ended('webgpu', answer.gone)];
}

/** A driver that crashes takes only its process along; one that hangs is left with it. */
async function probeByDawn(jobs: TrainerJobs, milliseconds: number): Promise<FoundBackend[]> {
  const patience = AbortSignal.timeout(milliseconds);
  try {
    return (await jobs.probeDevices({ gpu: true }, patience)).backends;
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    if (error.code === 'cancelled') return [ended('dawn', 'its process did not answer in time')];
    if (error.code === 'trainer-crashed') return [ended('dawn', error.message)];
    throw error;
  }
}

const ended = (backend: GpuBackend, detail: string): FoundBackend => ({
  backend,
  adapter: null,
  problem: { code: 'ended', detail },
});

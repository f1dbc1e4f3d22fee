import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { Machine } from '../../core/training/checkExperiment.ts';
import type { ServiceContext } from './ServiceContext.ts';

/** Looking for a GPU takes about a second, and longer on a machine that is busy. */
const PATIENCE_MILLISECONDS = 5_000;

/** Memory, what is free on the disk of this folder where the system tells it, and the GPU. */
export async function machineOf(
  { home, gpu, devices }: Pick<ServiceContext, 'home' | 'gpu' | 'devices'>,
  { device }: Pick<ExperimentSpec, 'device'>,
): Promise<Machine> {
  const machine = { memory: totalmem(), gpu, ...(device === 'gpu' && (await limitOf(devices))) };
  try {
    const { bavail, bsize } = statfsSync(home);
    return { ...machine, disk: bavail * bsize };
  } catch {
    // A file system that does not tell is no reason to refuse a run.
    return machine;
  }
}

/** Looked for only where it matters; a GPU that does not answer is no reason to refuse a run either. */
async function limitOf(devices: ServiceContext['devices']): Promise<{ largestBuffer?: number }> {
  const limit = await Promise.race([
    devices.largestBuffer().catch(() => null),
    delay(PATIENCE_MILLISECONDS, null, { ref: false }),
  ]);
  return limit === null ? {} : { largestBuffer: limit };
}

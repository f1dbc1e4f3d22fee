import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import type { Machine } from '../../core/training/checkExperiment.ts';
import type { ServiceContext } from './ServiceContext.ts';

/** Memory, what is free on the disk of this folder where the system tells it, and the GPU. */
export function machineOf({ home, gpu }: Pick<ServiceContext, 'home' | 'gpu'>): Machine {
  const memory = totalmem();
  try {
    const { bavail, bsize } = statfsSync(home);
    return { memory, gpu, disk: bavail * bsize };
  } catch {
    // A file system that does not tell is no reason to refuse a run.
    return { memory, gpu };
  }
}

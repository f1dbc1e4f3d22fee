import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import type { Machine } from '../../core/training/checkExperiment.ts';

/** Memory, and what is free on the disk of this folder where the system tells it. */
export function machineOf(home: string): Machine {
  const memory = totalmem();
  try {
    const { bavail, bsize } = statfsSync(home);
    return { memory, disk: bavail * bsize };
  } catch {
    // A file system that does not tell is no reason to refuse a run.
    return { memory };
  }
}

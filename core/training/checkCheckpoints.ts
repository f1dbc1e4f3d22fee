/**
 * What the checkpoints of a run take on the disk, and whether that is bearable.
 *
 * Each holds the parameters, the buffers and all that the optimizer remembers. Without a setting
 * there are three at most, whatever the length of the run: the last, the best, and the state inside
 * an epoch. Those of every n-th epoch add up, so their number has a bound.
 */
import type { MemoryEstimate, Problem } from '../contract/ExperimentReport.ts';
import type { TrainingSettings } from '../contract/ExperimentSpec.ts';

const ALWAYS = 3;
const MOST_WANTED = 1000;
/** The rest is for what else is stored, and for the system. */
const SHARE_OF_DISK = 0.8;
const where = 'training.checkpointEvery';

const count = (value: number) => value.toLocaleString('en-US');

/** Bytes of a whole run at most. */
export function checkpointBytes(
  training: TrainingSettings,
  { weights, optimizer }: Pick<MemoryEstimate, 'weights' | 'optimizer'>,
): number {
  return (ALWAYS + wantedBy(training)) * (weights + optimizer);
}

/** `bytes` as checkpointBytes, `disk` the free ones; neither is looked at where it is unknown. */
export function checkCheckpoints(
  training: TrainingSettings,
  bytes: number | undefined,
  disk: number | undefined,
): Problem[] {
  const { checkpointEvery, epochs } = training;
  const wanted = wantedBy(training);
  if (checkpointEvery !== undefined && wanted === 0) {
    const message =
      `A checkpoint every ${count(checkpointEvery)} epochs keeps none in ` +
      `${count(epochs)} epochs, beside the last and the best.`;
    return [{ severity: 'warning', where, message }];
  }
  if (wanted > MOST_WANTED) {
    const message =
      `At most ${count(MOST_WANTED)} checkpoints are kept of a run. Received ${count(wanted)}: ` +
      `keep one every ${count(Math.ceil(epochs / MOST_WANTED))} epochs or fewer.`;
    return [{ severity: 'error', where, message }];
  }
  if (bytes === undefined || disk === undefined || bytes <= disk * SHARE_OF_DISK) return [];
  const message =
    `The checkpoints of this run need about ${gigabytes(bytes)}. The disk has ` +
    `${gigabytes(disk)} free. Keep fewer of them, or make room.`;
  return [{ severity: 'error', where, message }];
}

function wantedBy({ checkpointEvery, epochs }: TrainingSettings): number {
  return checkpointEvery === undefined ? 0 : Math.floor(epochs / checkpointEvery);
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toLocaleString('en-US', { maximumFractionDigits: 2 })} GB`;
}

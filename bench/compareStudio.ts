/**
 * How much of the executor's pure throughput the whole studio keeps, in turns on the same work.
 *
 * Two answers. By the wall clock: what a person waits, which wants two idle cores, as the trainer
 * has two threads. By the processor: what the executor's thread needs in all for a sample, with
 * evaluation, checkpoints and messages in it; on idle cores the two agree, on busy ones only the
 * second says something about the studio.
 */
import type { Contestant } from './Contender.ts';
import { median } from './compare.ts';
import { descentContender } from './descentContender.ts';
import type { BenchStudio, StudioTiming } from './studioRun.ts';
import type { Workload } from './workloads.ts';

export interface StudioScore {
  readonly workload: string;
  readonly pureSamplesPerSecond: number;
  readonly samplesPerSecond: number;
  readonly kept: number;
  readonly keptByCpu: number;
  /** Microseconds of the processor for a sample. */
  readonly cpu: Readonly<Record<'pure' | 'executor' | 'feeder' | 'other' | 'service', number>>;
  readonly trainerMegabytes: number;
}

export async function compareStudio(
  workload: Workload,
  studio: BenchStudio,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<StudioScore> {
  const pure = await descentContender.start(workload);
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round++) {
    pairs.push({
      alone: await pure.train(seconds),
      whole: await studio.time(workload, seconds),
    });
  }
  await pure.stop();
  return score(workload.name, pairs);
}

interface Pair {
  readonly alone: Awaited<ReturnType<Contestant['train']>>;
  readonly whole: StudioTiming;
}

function score(workload: string, pairs: readonly Pair[]): StudioScore {
  const over = (read: (pair: Pair) => number) => median(pairs.map(read));
  const microseconds = (read: (whole: StudioTiming) => number) =>
    over(({ whole }) => (1e6 * read(whole)) / whole.samples);
  const purely = ({ alone }: Pair) => alone.cpuSeconds / alone.samples;
  const speed = ({ samples, seconds }: { samples: number; seconds: number }) => samples / seconds;
  return {
    workload,
    pureSamplesPerSecond: over(({ alone }) => speed(alone)),
    samplesPerSecond: over(({ whole }) => speed(whole)),
    kept: over(({ alone, whole }) => speed(whole) / speed(alone)),
    keptByCpu: over((pair) => (purely(pair) * pair.whole.samples) / pair.whole.executorSeconds),
    cpu: {
      pure: 1e6 * over(purely),
      executor: microseconds((whole) => whole.executorSeconds),
      feeder: microseconds((whole) => whole.feederSeconds),
      other: microseconds((whole) => whole.otherSeconds),
      service: microseconds((whole) => whole.serviceSeconds),
    },
    trainerMegabytes: over(({ whole }) => whole.trainerMegabytes),
  };
}

/**
 * Times contenders against each other: all warm at once, one after the other in each round, so that
 * whatever else the machine does falls on all of them alike. The median over the rounds counts, for
 * throughputs and for ratios.
 */
import type { Contender, Contestant, Timing } from './Contender.ts';
import type { Workload } from './workloads.ts';

export interface Score {
  readonly contender: string;
  readonly detail: string;
  readonly samplesPerSecond: number;
  readonly cpuMicrosecondsPerSample: number;
  /** How many times as fast the first contender is, round by round. */
  readonly ratio: number;
  /** The same by time of the processor, which other load disturbs less. */
  readonly cpuRatio: number;
}

export interface Skipped {
  readonly contender: string;
  readonly reason: string;
}

export interface Comparison {
  readonly workload: string;
  readonly scores: readonly Score[];
  readonly skipped: readonly Skipped[];
}

export interface CompareOptions {
  readonly rounds: number;
  readonly seconds: number;
}

export async function compare(
  workload: Workload,
  contenders: readonly Contender[],
  { rounds, seconds }: CompareOptions,
): Promise<Comparison> {
  const skipped: Skipped[] = [];
  const present: { name: string; contestant: Contestant; results: Timing[] }[] = [];
  for (const { name, start } of contenders.map(bound)) {
    try {
      present.push({ name, contestant: await start(workload), results: [] });
    } catch (error) {
      skipped.push({
        contender: name,
        reason: error instanceof Error ? error.message : `${error}`,
      });
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const { contestant, results } of present) {
      results.push(await contestant.train(seconds));
    }
  }
  for (const { contestant } of present) await contestant.stop();
  const first = present[0]?.results ?? [];
  return {
    workload: workload.name,
    skipped,
    scores: present.map(({ name, contestant, results }) => ({
      contender: name,
      detail: contestant.detail,
      samplesPerSecond: median(results.map((timing) => 1 / wall(timing))),
      cpuMicrosecondsPerSample: 1e6 * median(results.map(cpu)),
      ratio: pairedRatio(results, first, wall),
      cpuRatio: pairedRatio(results, first, cpu),
    })),
  };
}

const wall = ({ samples, seconds }: Timing) => seconds / samples;
const cpu = ({ samples, cpuSeconds }: Timing) => cpuSeconds / samples;

function pairedRatio(
  results: readonly Timing[],
  first: readonly Timing[],
  cost: (timing: Timing) => number,
): number {
  return median(results.map((timing, round) => cost(timing) / cost(first[round]!)));
}

const bound = (contender: Contender) => ({
  name: contender.name,
  start: (workload: Workload) => contender.start(workload),
});

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - ((sorted.length + 1) % 2)], sorted[middle]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

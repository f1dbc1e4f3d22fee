/**
 * The studio as a person runs it: the service with its SQLite store in a folder of its own, a
 * trainer process with its feeder thread, every message, metric, evaluation, checkpoint and commit.
 *
 * Timed from one committed epoch to a later one, so whole epochs count and all that belongs to
 * them; starting the process and reading the dataset, once a run, do not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExperimentSpec } from '../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../core/contract/RunRecord.ts';
import type { StudioApi } from '../core/contract/StudioApi.ts';
import type { StudioEvent } from '../core/contract/StudioEvent.ts';
import { studioPaths } from '../main/paths.ts';
import { createStudioService, type StudioService } from '../main/service/StudioService.ts';
import { childPids, residentMegabytes, threadSeconds } from './childProcesses.ts';
import { specOf } from './specOf.ts';
import type { Workload } from './workloads.ts';

export interface StudioTiming {
  readonly samples: number;
  readonly seconds: number;
  /** Of the processor, by thread. */
  readonly executorSeconds: number;
  readonly feederSeconds: number;
  /** The trainer's other threads: garbage collection, compilation. */
  readonly otherSeconds: number;
  /** The service: messages, schemas, hashes, SQLite. */
  readonly serviceSeconds: number;
  readonly trainerMegabytes: number;
}

export interface BenchStudio {
  /** A fresh run of the workload for about that long. */
  time(workload: Workload, seconds: number): Promise<StudioTiming>;
  /** A fresh run of the experiment, from its start to its end. */
  runToEnd(spec: ExperimentSpec): Promise<RunRecord>;
  close(): Promise<void>;
}

/**
 * `trainerEntry` is the built one: from source, Node's compiler for types would count as its memory.
 * `mnist` is the folder with MNIST's four files; without it only workloads of 64 features run.
 */
export async function openBenchStudio(trainerEntry: string, mnist?: string): Promise<BenchStudio> {
  const home = mkdtempSync(join(tmpdir(), 'descent-bench-'));
  const service = createStudioService({
    ...studioPaths(),
    home,
    version: '0.0.0-bench',
    trainerEntry,
  });
  const request = service.request as StudioApi['request'];
  await request('datasets.install', { id: 'digits' });
  if (mnist) await request('datasets.import', { path: mnist, name: 'mnist' });
  return {
    async time(workload, seconds) {
      const isDigits = workload.inputShape[0] === 64;
      const data = isDigits
        ? { dataset: 'digits', validation: 0.2, test: 0.2 }
        : { dataset: 'mnist', validation: 1 / 6, test: 0.2 };
      const timing = timeRun(service, workload.batchSize, seconds);
      const { id } = await request('runs.start', { spec: specOf(workload, data) });
      const result = await timing;
      await request('runs.stop', { run: id });
      return result;
    },
    async runToEnd(spec) {
      const ended = endOfRun(service);
      await request('runs.start', { spec });
      return ended;
    },
    async close() {
      await service.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function endOfRun(service: StudioService): Promise<RunRecord> {
  return new Promise((resolve, reject) => {
    const end = service.onEvent((event: StudioEvent) => {
      if (event.event !== 'run.changed' || event.run.endedAt === null) return;
      end();
      const { run } = event;
      if (run.status === 'completed') resolve(run);
      else reject(new Error(`The run ended as ${run.status}: ${run.error?.message ?? ''}`));
    });
  });
}

function timeRun(service: StudioService, batchSize: number, seconds: number) {
  return new Promise<StudioTiming>((resolve, reject) => {
    let run: RunRecord | null = null;
    let start: ReturnType<typeof snapshot> | null = null;
    let epochs = 0;
    const end = service.onEvent((event: StudioEvent) => {
      if (event.event === 'run.changed') run = event.run;
      if (run?.error) reject(new Error(run.error.message));
      if (event.event !== 'run.progress' || event.epochs.length === 0) return;
      const now = snapshot();
      epochs += start ? event.epochs.length : 0;
      start ??= now;
      if (epochs === 0 || now.wall - start.wall < seconds) return;
      end();
      const perEpoch = Math.floor((run?.splits?.train ?? Number.NaN) / batchSize) * batchSize;
      resolve(difference(start, now, epochs * perEpoch));
    });
  });
}

function snapshot() {
  const [pid] = childPids();
  if (pid === undefined) throw new Error('The trainer ended before it was timed.');
  const { user, system } = process.cpuUsage();
  return {
    wall: performance.now() / 1000,
    service: (user + system) / 1e6,
    ...threadSeconds(pid),
    megabytes: residentMegabytes(pid),
  };
}

type Snapshot = ReturnType<typeof snapshot>;

function difference(start: Snapshot, end: Snapshot, samples: number): StudioTiming {
  return {
    samples,
    seconds: end.wall - start.wall,
    executorSeconds: end.main - start.main,
    feederSeconds: end.second - start.second,
    otherSeconds: end.rest - start.rest,
    serviceSeconds: end.service - start.service,
    trainerMegabytes: end.megabytes,
  };
}

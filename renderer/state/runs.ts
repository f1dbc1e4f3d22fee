/**
 * Runs and what they measured. What a run is doing comes from the trainer's events, never from a
 * click.
 */
import { create } from 'zustand';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { request } from '../studio.ts';
import { emptyHistory, mergeHistory, type RunHistory } from './runHistory.ts';

export interface RunsState {
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  readonly histories: Readonly<Record<string, RunHistory>>;
  /** Runs whose whole history has been asked for. */
  readonly known: ReadonlySet<string>;
  /** The run that this window started last. */
  readonly started: string | null;
  /** Asked to stop, not ended yet. */
  readonly stopping: ReadonlySet<string>;
  readonly loaded: boolean;
  load(): Promise<void>;
  loadHistory(run: string): Promise<void>;
  /** `experiment`: the document that it is the spec of. */
  start(spec: ExperimentSpec, experiment?: string): Promise<RunRecord>;
  stop(run: string): Promise<void>;
  /** Lets an interrupted run go on. */
  resume(run: string, epoch?: number): Promise<void>;
  rename(run: string, name: string): Promise<void>;
  remove(run: string): Promise<void>;
}

const HISTORY_POINTS = 2000;

export const useRuns = create<RunsState>((set, get) => ({
  runs: [],
  histories: {},
  known: new Set(),
  started: null,
  stopping: new Set(),
  loaded: false,
  load: async () => {
    const runs = await request('runs.list', {});
    set({ runs, loaded: true });
  },
  loadHistory: async (run) => {
    if (get().known.has(run)) return;
    set(({ known }) => ({ known: new Set([...known, run]) }));
    try {
      const history = await request('runs.metrics', { run, maximumPoints: HISTORY_POINTS });
      set(({ histories }) => ({
        histories: { ...histories, [run]: mergeHistory(history, histories[run] ?? emptyHistory) },
      }));
    } catch (error) {
      set(({ known }) => ({ known: without(known, run) }));
      throw error;
    }
  },
  start: async (spec, experiment) => {
    const run = await request('runs.start', {
      spec,
      ...(experiment !== undefined && { experiment }),
    });
    set(({ runs, known }) => ({
      runs: runs.some(({ id }) => id === run.id) ? runs : [run, ...runs],
      known: new Set([...known, run.id]),
      started: run.id,
    }));
    return run;
  },
  stop: async (run) => {
    set(({ stopping }) => ({ stopping: new Set([...stopping, run]) }));
    try {
      const ended = await request('runs.stop', { run });
      set(({ runs }) => ({ runs: runs.map((one) => (one.id === run ? ended : one)) }));
    } finally {
      set(({ stopping }) => ({ stopping: without(stopping, run) }));
    }
  },
  // What it is doing then is told by events, like everything else of it.
  resume: async (run, epoch) => {
    await request('runs.resume', epoch === undefined ? { run } : { run, epoch });
  },
  rename: async (run, name) => {
    const renamed = await request('runs.rename', { run, name });
    set(({ runs }) => ({ runs: runs.map((one) => (one.id === run ? renamed : one)) }));
  },
  remove: async (run) => {
    await request('runs.remove', { run });
    set(({ runs }) => ({ runs: runs.filter(({ id }) => id !== run) }));
  },
}));

function without(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== item));
}

const resumable: ReadonlySet<RunRecord['status']> = new Set(['stopped', 'failed', 'crashed']);

/** Ended before its end. */
export const isInterrupted = ({ status }: Pick<RunRecord, 'status'>) => resumable.has(status);

/** An interrupted run with something to go on from. */
export const canResume = (run: Pick<RunRecord, 'status' | 'position'>) =>
  isInterrupted(run) && run.position !== null;

export const isActive = ({ status }: Pick<RunRecord, 'status'>) =>
  status === 'running' || status === 'paused' || status === 'queued';

/** The run in work, else the one that waits longest. */
export const activeRunOf = (runs: readonly RunRecord[]): RunRecord | null =>
  runs.find(({ status }) => status === 'running' || status === 'paused') ??
  runs.findLast(({ status }) => status === 'queued') ??
  null;

export const useActiveRun = () => useRuns(({ runs }) => activeRunOf(runs));

export const useRun = (id: string | null) =>
  useRuns(({ runs }) => runs.find((run) => run.id === id) ?? null);

export const useHistory = (id: string | null) =>
  useRuns(({ histories }) => (id === null ? emptyHistory : (histories[id] ?? emptyHistory)));

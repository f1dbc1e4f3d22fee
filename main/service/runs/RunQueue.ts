/**
 * Runs wait here for their turn: one trains at a time, so that its timings mean something. A paused
 * one keeps its turn: it is in somebody's hands, and goes on at any moment.
 */
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { HEARTBEAT_MILLISECONDS } from '../store/OwnerStore.ts';
import type { RunChange } from '../store/RunStore.ts';
import { toStudioError } from '../toStudioError.ts';
import { isUnfinished } from './isUnfinished.ts';
import { type RunSession, type RunSessionOptions, startRunSession } from './RunSession.ts';
import type { TrainerControl } from './TrainerProcess.ts';

export interface RunQueue {
  add(run: string): void;
  /** Resolves when the run has ended. Throws StudioError `busy` for a run of another process. */
  stop(run: RunRecord): Promise<void>;
  /**
   * Asks the trainer of a running or paused run; resolves when that is in effect, or the run has
   * ended. Throws StudioError `invalid-request` for a run that is neither, `busy` for one of
   * another process.
   */
  ask(run: RunRecord, request: TrainerControl): Promise<void>;
  /** Stops all of them. */
  close(): Promise<void>;
}

export function createRunQueue(options: RunSessionOptions): RunQueue {
  const { store, now } = options;
  const { end, fail } = runEndings(options);
  let waiting: string[] = [];
  let active: RunSession | null = null;
  let isClosed = false;
  const heartbeat = setInterval(beat, HEARTBEAT_MILLISECONDS).unref();

  function beat(): void {
    if (!active && waiting.length === 0) return;
    try {
      store.owners.beat(now());
    } catch {
      // A full disk must not end the service: several beats may be missed, and the run tells of the
      // disk itself.
    }
  }

  function next(): void {
    const run = active ? undefined : waiting.shift();
    if (run === undefined) return;
    try {
      active = startRunSession(store.runs.get(run), options);
      void active.done.then(() => {
        active = null;
        next();
      });
    } catch (error) {
      fail(run, error);
      next();
    }
  }

  async function stop({ id, status }: RunRecord): Promise<void> {
    if (waiting.includes(id)) {
      waiting = waiting.filter((other) => other !== id);
      end(id, { status: 'stopped' });
    } else if (active?.run === id) {
      active.stop();
      await active.done;
    } else if (isUnfinished(status)) {
      throw elsewhere(id, 'Stop it in the window or terminal that started it.');
    }
  }

  async function ask({ id, status }: RunRecord, request: TrainerControl): Promise<void> {
    if (status !== 'running' && status !== 'paused') {
      throw new StudioError('invalid-request', `Run "${id}" is ${status}.`, {
        where: 'run',
        hint: 'Only a run that is training or paused can be controlled.',
      });
    }
    if (active?.run !== id) {
      throw elsewhere(id, 'Control it in the window or terminal that started it.');
    }
    await active.ask(request);
  }

  return {
    add(run) {
      if (isClosed) {
        end(run, { status: 'stopped' });
        return;
      }
      waiting.push(run);
      next();
    },
    stop,
    ask,
    async close() {
      isClosed = true;
      clearInterval(heartbeat);
      for (const run of waiting.splice(0)) end(run, { status: 'stopped' });
      active?.stop();
      await active?.done;
    },
  };
}

function elsewhere(id: string, hint: string): StudioError {
  const message = `Run "${id}" is trained by another process.`;
  return new StudioError('busy', message, { where: 'run', hint });
}

/** Ends runs that never had a session. */
function runEndings({ store, emit, now }: RunSessionOptions) {
  function end(run: string, change: RunChange): void {
    store.runs.change(run, { ...change, endedAt: now() });
    emit({ event: 'run.changed', run: store.runs.get(run) });
  }

  /** The store itself may be what failed: then the run stays queued there until the next start. */
  function fail(run: string, cause: unknown): void {
    const error = toStudioError(cause).toData();
    try {
      end(run, { status: 'failed', error });
    } catch {
      emit({ event: 'error', error });
    }
  }

  return { end, fail };
}

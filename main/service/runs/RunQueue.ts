/** Runs wait here for their turn: one trains at a time, so that its timings mean something. */
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { HEARTBEAT_MILLISECONDS } from '../store/OwnerStore.ts';
import type { RunChange } from '../store/RunStore.ts';
import { toStudioError } from '../toStudioError.ts';
import { type RunSession, type RunSessionOptions, startRunSession } from './RunSession.ts';

export interface RunQueue {
  add(run: string): void;
  /** Resolves when the run has ended. Throws StudioError `busy` for a run of another process. */
  stop(run: RunRecord): Promise<void>;
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
    } else if (status === 'queued' || status === 'running') {
      throw new StudioError('busy', `Run "${id}" is trained by another process.`, {
        where: 'run',
        hint: 'Stop it in the window or terminal that started it.',
      });
    }
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
    async close() {
      isClosed = true;
      clearInterval(heartbeat);
      for (const run of waiting.splice(0)) end(run, { status: 'stopped' });
      active?.stop();
      await active?.done;
    },
  };
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

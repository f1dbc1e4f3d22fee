/**
 * Folds a batch of events into the runs at once, so that a frame draws one change however many
 * arrived.
 */

import type { RunRecord } from '../../core/contract/RunRecord.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { emptyHistory, historyUpTo, mergeHistory, type RunHistory } from './runHistory.ts';

export interface RunsData {
  readonly runs: readonly RunRecord[];
  readonly histories: Readonly<Record<string, RunHistory>>;
}

export function reduceRunEvents(data: RunsData, events: readonly StudioEvent[]): RunsData {
  return events.reduce(reduceRunEvent, data);
}

function reduceRunEvent(data: RunsData, event: StudioEvent): RunsData {
  switch (event.event) {
    case 'run.changed':
      return withRun(data, event.run);
    case 'run.removed': {
      const { [event.run]: _, ...histories } = data.histories;
      return { runs: data.runs.filter(({ id }) => id !== event.run), histories };
    }
    case 'run.progress': {
      const { run: id, progress } = event;
      const history = mergeHistory(data.histories[id] ?? emptyHistory, event);
      return {
        runs: data.runs.map((run) =>
          run.id === id ? { ...run, progress, last: history.epochs.at(-1) ?? run.last } : run,
        ),
        histories: { ...data.histories, [id]: history },
      };
    }
    default:
      return data;
  }
}

/**
 * The run in place of what was known of it. A run that waits to go on, or has gone on on another
 * device, has dropped what it measured behind its progress, and so does its history here.
 */
export function withRun({ runs, histories }: RunsData, run: RunRecord): RunsData {
  const known = runs.find(({ id }) => id === run.id);
  const history = histories[run.id];
  return {
    runs: known
      ? runs.map((one) => (one.id === run.id ? run : one))
      : [...runs, run].sort((a, b) => b.createdAt - a.createdAt),
    histories:
      history && (run.status === 'queued' || countEarlier(run) > countEarlier(known))
        ? { ...histories, [run.id]: historyUpTo(history, run.progress.iteration) }
        : histories,
  };
}

const countEarlier = (run: RunRecord | undefined) => run?.executor?.earlier?.length ?? 0;

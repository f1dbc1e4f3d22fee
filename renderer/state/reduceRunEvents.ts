/**
 * Folds a batch of events into the runs at once, so that a frame draws one change however many
 * arrived.
 */

import type { RunRecord } from '../../core/contract/RunRecord.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { emptyHistory, mergeHistory, type RunHistory } from './runHistory.ts';

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
      return { ...data, runs: withRun(data.runs, event.run) };
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

function withRun(runs: readonly RunRecord[], run: RunRecord): readonly RunRecord[] {
  if (runs.some(({ id }) => id === run.id)) {
    return runs.map((one) => (one.id === run.id ? run : one));
  }
  return [...runs, run].sort((a, b) => b.createdAt - a.createdAt);
}

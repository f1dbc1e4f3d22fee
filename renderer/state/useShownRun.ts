/**
 * A run and its history for what is expensive to draw: renewed at most four times a second while it
 * trains.
 *
 * Events come twenty times a second, and whoever subscribes to the store is drawn at once and in
 * one piece, whatever React had in work. So this listens by itself and renews in a transition:
 * React may slice its work, and a click goes first. All show the same moment of the store, so that
 * no number disagrees with another; different turns are drawn in different tasks
 * (createMoments.ts).
 */
import { startTransition, useEffect, useState } from 'react';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { createMoments } from './createMoments.ts';
import { emptyHistory, type RunHistory } from './runHistory.ts';
import { type RunsState, useRuns } from './runs.ts';

export interface ShownRun {
  readonly run: RunRecord | null;
  readonly history: RunHistory;
}

const RENEW_MILLISECONDS = 250;
/** How long after the first each turn comes, in milliseconds. */
const delays = { words: 0, loss: 60, accuracy: 120, others: 180 } as const;

export type Turn = keyof typeof delays;

const moments = createMoments<RunsState, Turn>({
  look: () => useRuns.getState(),
  delays,
  every: RENEW_MILLISECONDS,
  hand: startTransition,
});

export function useShownRun(id: string | null, turn: Turn): ShownRun {
  const [shown, setShown] = useState(() => look(useRuns.getState(), id));
  useEffect(() => {
    let latest: ShownRun | null = null;
    const end = moments.follow(turn, (state) => {
      const next = look(state, id);
      if (isSame(next, latest)) return;
      latest = next;
      setShown(next);
    });
    moments.ask();
    const endStore = useRuns.subscribe((state) => {
      if (!isSame(look(state, id), latest)) moments.ask();
    });
    return () => {
      endStore();
      end();
    };
  }, [id, turn]);
  // Another run is shown at once, not when its turn comes.
  return (shown.run?.id ?? null) === id ? shown : look(useRuns.getState(), id);
}

function look({ runs, histories }: RunsState, id: string | null): ShownRun {
  return {
    run: runs.find((run) => run.id === id) ?? null,
    history: (id !== null && histories[id]) || emptyHistory,
  };
}

const isSame = (a: ShownRun, b: ShownRun | null) => a.run === b?.run && a.history === b?.history;

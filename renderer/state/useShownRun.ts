/**
 * A run and its history for what is expensive to draw: renewed at most four times a second while it
 * trains.
 *
 * Events come twenty times a second, and whoever subscribes to the store is drawn at once and in
 * one piece, whatever React had in work. So this listens by itself and renews in a transition: React
 * may slice its work, and a click goes first. Those with one `turn` are renewed together, so that a
 * chart and the number above it never disagree; different turns are drawn in different tasks.
 */
import { startTransition, useEffect, useState } from 'react';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { emptyHistory, type RunHistory } from './runHistory.ts';
import { type RunsState, useRuns } from './runs.ts';

export interface ShownRun {
  readonly run: RunRecord | null;
  readonly history: RunHistory;
}

export type Turn = 'words' | 'loss' | 'accuracy' | 'others';

const RENEW_MILLISECONDS = 250;
/** How long after a change each turn comes, in milliseconds. */
const delays: Readonly<Record<Turn, number>> = { words: 0, loss: 60, accuracy: 120, others: 180 };

export function useShownRun(id: string | null, turn: Turn): ShownRun {
  const [shown, setShown] = useState(() => look(useRuns.getState(), id));
  useEffect(() => {
    let latest: ShownRun | null = null;
    const renew = () => {
      const next = look(useRuns.getState(), id);
      if (isSame(next, latest)) return;
      latest = next;
      setShown(next);
    };
    groups[turn].members.add(renew);
    schedule(groups[turn]);
    const end = useRuns.subscribe((state) => {
      if (!isSame(look(state, id), latest)) schedule(groups[turn]);
    });
    return () => {
      end();
      groups[turn].members.delete(renew);
    };
  }, [id, turn]);
  // Another run is shown at once, not when its turn comes.
  return (shown.run?.id ?? null) === id ? shown : look(useRuns.getState(), id);
}

interface Group {
  readonly delay: number;
  readonly members: Set<() => void>;
  timer: ReturnType<typeof setTimeout> | undefined;
  renewedAt: number;
}

const groupOf = (turn: Turn): Group => ({
  delay: delays[turn],
  members: new Set(),
  timer: undefined,
  renewedAt: Number.NEGATIVE_INFINITY,
});

const groups: Readonly<Record<Turn, Group>> = {
  words: groupOf('words'),
  loss: groupOf('loss'),
  accuracy: groupOf('accuracy'),
  others: groupOf('others'),
};

function schedule(group: Group): void {
  const wait = Math.max(group.delay, group.renewedAt + RENEW_MILLISECONDS - performance.now());
  group.timer ??= setTimeout(() => {
    group.timer = undefined;
    group.renewedAt = performance.now();
    startTransition(() => {
      for (const renew of group.members) renew();
    });
  }, wait);
}

function look({ runs, histories }: RunsState, id: string | null): ShownRun {
  return {
    run: runs.find((run) => run.id === id) ?? null,
    history: (id !== null && histories[id]) || emptyHistory,
  };
}

const isSame = (a: ShownRun, b: ShownRun | null) => a.run === b?.run && a.history === b?.history;

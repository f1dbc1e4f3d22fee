import { useEffect, useRef } from 'react';
import { focusRun } from '../../actions/focusRun.ts';
import type { ListedRun } from './runColumns.ts';

/**
 * Keeps the keyboard in the table when what had it is gone: behind a run's page it comes back to the
 * row of that run, and behind a run that was deleted to the row in its place.
 */
export function useKeptFocus(runs: readonly ListedRun[], current: string | null): void {
  /** Of the current row: null before the first look, -1 where it is not in the table. */
  const place = useRef<number | null>(null);
  useEffect(() => {
    const before = place.current;
    const now = runs.findIndex(({ run }) => run.id === current);
    place.current = now;
    if (current === null || document.activeElement !== document.body) return;
    const isGone = now < 0 && before !== null && before >= 0;
    if (before !== null && !isGone) return;
    const row = runs[isGone ? Math.min(before, runs.length - 1) : Math.max(now, 0)];
    if (row) focusRun(row.run.id);
  }, [runs, current]);
}

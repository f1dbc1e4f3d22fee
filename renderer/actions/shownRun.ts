import type { RunRecord } from '../../core/contract/RunRecord.ts';

interface Runs {
  readonly runs: readonly RunRecord[];
  readonly started: string | null;
}

/**
 * The run that a person means without naming it: the open one, else the last started, else the
 * newest.
 */
export function shownRun({ runs, started }: Runs, openRun: string | null): RunRecord | null {
  const byId = (id: string | null) => runs.find((run) => run.id === id);
  return byId(openRun) ?? byId(started) ?? runs[0] ?? null;
}

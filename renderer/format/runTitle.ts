import type { RunRecord } from '../../core/contract/RunRecord.ts';

type Named = Pick<RunRecord, 'id' | 'name'>;

/** What tells a run from the others: its name, or its id where another run has the same name. */
export function runTitle(run: Named, runs: readonly Named[]): string {
  return runs.some(({ id, name }) => id !== run.id && name === run.name) ? run.id : run.name;
}

/** What was measured on a run's splits, and every opening of its sealed test split. */
import type { Evaluation } from '../../../core/contract/RunRecord.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

export interface EvaluationStore {
  /** Records the time; returns how often the run's test split has been opened, this time included. */
  openTestSplit(run: string, time: number): number;
  countTestOpenings(run: string): number;
  add(evaluation: Evaluation): void;
}

const RUN = '(SELECT sequence FROM runs WHERE id = ?)';

export function createEvaluationStore(database: SqlDatabase): EvaluationStore {
  function countTestOpenings(run: string): number {
    const row = database.get(
      `SELECT count(*) AS count FROM test_openings WHERE run = ${RUN}`,
      run,
    ) as { count: number };
    return row.count;
  }
  return {
    openTestSplit: (run, time) =>
      database.transaction(() => {
        database.run(`INSERT INTO test_openings VALUES (${RUN}, ?)`, run, time);
        return countTestOpenings(run);
      }),
    countTestOpenings,
    add: (evaluation) =>
      void database.run(
        `INSERT INTO evaluations VALUES (${RUN}, ?, ?, ?)`,
        evaluation.run,
        evaluation.split,
        evaluation.evaluatedAt,
        JSON.stringify(evaluation),
      ),
  };
}

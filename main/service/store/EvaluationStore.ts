/** What was measured on a run's splits, and every opening of its sealed test split. */
import { Evaluation } from '../../../core/contract/RunRecord.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

export interface EvaluationStore {
  /**
   * Records the time; returns how often the run's test split has been opened, this time included.
   */
  openTestSplit(run: string, time: number): number;
  countTestOpenings(run: string): number;
  /**
   * In the place of an earlier one of the same split and weights: every look at a run's page makes
   * one.
   */
  add(evaluation: Evaluation): void;
  /** The newest of each split. */
  latest(run: string): Evaluation[];
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
    latest: (run) => {
      const rows = database.all(
        `SELECT result, max(evaluated_at) FROM evaluations WHERE run = ${RUN} GROUP BY split`,
        run,
      ) as { result: string }[];
      return rows.map(({ result }) => Evaluation.parse(JSON.parse(result)));
    },
    add: (evaluation) => {
      const { run, split, epoch, evaluatedAt } = evaluation;
      const result = JSON.stringify(evaluation);
      database.transaction(() => {
        database.run(
          `DELETE FROM evaluations WHERE run = ${RUN} AND split = ?
           AND json_extract(result, '$.epoch') = ?`,
          run,
          split,
          epoch,
        );
        const insert = `INSERT INTO evaluations VALUES (${RUN}, ?, ?, ?)`;
        database.run(insert, run, split, evaluatedAt, result);
      });
    },
  };
}

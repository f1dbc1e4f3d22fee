/** What runs measured, per epoch and per iteration. */
import type { EpochMetrics, MetricPoint } from '../../../core/contract/RunRecord.ts';
import { type EpochRow, finiteOrNull, toEpochMetrics, toEpochValues } from './epochRows.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

export interface IterationQuery {
  readonly afterIteration: number;
  /** At least 2. */
  readonly maximumPoints: number;
}

export interface MetricStore {
  addEpoch(run: string, metrics: EpochMetrics): void;
  addIterations(run: string, points: Iterable<MetricPoint>): void;
  listEpochs(run: string, afterEpoch: number): EpochMetrics[];
  /** In order; where there are too many, the lowest and the highest loss of each bucket of iterations. */
  listIterations(run: string, query: IterationQuery): MetricPoint[];
}

const RUN = '(SELECT sequence FROM runs WHERE id = ?)';

export function createMetricStore(database: SqlDatabase): MetricStore {
  return {
    addEpoch: (run, metrics) =>
      void database.run(
        `INSERT INTO epoch_metrics VALUES (${RUN}, ?, ?, ?, ?, ?, ?, ?, ?)`,
        run,
        ...toEpochValues(metrics),
      ),
    addIterations: (run, points) =>
      database.transaction(() => {
        const insert = `INSERT INTO iteration_metrics VALUES (${RUN}, ?, ?, ?, ?)`;
        for (const { iteration, epoch, loss, learningRate } of points) {
          database.run(insert, run, iteration, epoch, finiteOrNull(loss), learningRate);
        }
      }),
    listEpochs: (run, afterEpoch) =>
      (
        database.all(
          `SELECT * FROM epoch_metrics WHERE run = ${RUN} AND epoch > ? ORDER BY epoch`,
          run,
          afterEpoch,
        ) as EpochRow[]
      ).map(toEpochMetrics),
    listIterations: (run, query) => listIterations(database, run, query),
  };
}

interface IterationRow {
  readonly iteration: number;
  readonly epoch: number;
  readonly loss: number | null;
  readonly learning_rate: number;
}

function listIterations(
  database: SqlDatabase,
  run: string,
  { afterIteration, maximumPoints }: IterationQuery,
): MetricPoint[] {
  const { count, first, last } = database.get(
    `SELECT count(*) AS count, min(iteration) AS first, max(iteration) AS last
     FROM iteration_metrics WHERE run = ${RUN} AND iteration > ?`,
    run,
    afterIteration,
  ) as { count: number; first: number | null; last: number | null };
  if (count <= maximumPoints || first === null || last === null) {
    return (
      database.all(
        `SELECT iteration, epoch, loss, learning_rate FROM iteration_metrics
         WHERE run = ${RUN} AND iteration > ? ORDER BY iteration`,
        run,
        afterIteration,
      ) as IterationRow[]
    ).map(toMetricPoint);
  }
  const width = Math.ceil((last - first + 1) / Math.floor(maximumPoints / 2));
  const rows = new Map<number, IterationRow>();
  for (const extreme of ['min', 'max'] as const) {
    for (const row of bucketExtremes(database, run, extreme, { first, width })) {
      rows.set(row.iteration, row);
    }
  }
  return [...rows.values()].sort((a, b) => a.iteration - b.iteration).map(toMetricPoint);
}

/**
 * SQLite's rule for bare columns: beside a single min() or max(), they come from the row that holds it. The cast is
 * needed because JavaScript's numbers are bound as reals.
 */
function bucketExtremes(
  database: SqlDatabase,
  run: string,
  extreme: 'min' | 'max',
  { first, width }: { readonly first: number; readonly width: number },
): IterationRow[] {
  return database.all(
    `SELECT iteration, epoch, ${extreme}(loss) AS loss, learning_rate FROM iteration_metrics
     WHERE run = ${RUN} AND iteration >= ? GROUP BY CAST((iteration - ?) / ? AS INTEGER)`,
    run,
    first,
    first,
    width,
  ) as IterationRow[];
}

function toMetricPoint(row: IterationRow): MetricPoint {
  return {
    iteration: row.iteration,
    epoch: row.epoch,
    loss: row.loss ?? Number.NaN,
    learningRate: row.learning_rate,
  };
}

/** What runs measured, per epoch and per iteration. */
import type { EpochMetrics, MetricPoint } from '../../../core/contract/RunRecord.ts';
import { type EpochRow, finiteOrNull, toEpochMetrics, toEpochValues } from './epochRows.ts';
import type { SqlDatabase } from './SqlDatabase.ts';
import { type Measurements, type Thinning, thinnedRows } from './thinnedRows.ts';

export interface MetricStore {
  addEpoch(run: string, metrics: EpochMetrics): void;
  addIterations(run: string, points: Iterable<MetricPoint>): void;
  /** Those of later iterations. */
  dropIterations(run: string, range: { readonly after: number }): void;
  /** Those of later epochs. */
  dropEpochs(run: string, range: { readonly after: number }): void;
  /** Of every epoch, in order. */
  listValidationLosses(run: string): Float64Array<ArrayBuffer>;
  /** In order; of too many the extremes of the validation loss, see thinnedRows. */
  listEpochs(run: string, query: Thinning): EpochMetrics[];
  /** In order; of too many the extremes of the loss, see thinnedRows. */
  listIterations(run: string, query: Thinning): MetricPoint[];
}

const RUN = '(SELECT sequence FROM runs WHERE id = ?)';

const EPOCHS: Measurements = {
  table: 'epoch_metrics',
  position: 'epoch',
  measure: 'validation_loss',
};
const ITERATIONS: Measurements = {
  table: 'iteration_metrics',
  position: 'iteration',
  measure: 'loss',
};

export function createMetricStore(database: SqlDatabase): MetricStore {
  return {
    addEpoch: (run, metrics) =>
      void database.run(
        `INSERT INTO epoch_metrics VALUES (${RUN}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        run,
        ...toEpochValues(metrics),
      ),
    addIterations: (run, points) =>
      database.transaction(() => {
        const insert = `INSERT INTO iteration_metrics VALUES (${RUN}, ?, ?, ?, ?, ?)`;
        for (const { iteration, epoch, loss, gradientNorm, learningRate } of points) {
          const measured = [finiteOrNull(loss), learningRate, finiteOrNull(gradientNorm)];
          database.run(insert, run, iteration, epoch, ...measured);
        }
      }),
    dropIterations: (run, { after }) =>
      void database.run(
        `DELETE FROM iteration_metrics WHERE run = ${RUN} AND iteration > ?`,
        run,
        after,
      ),
    dropEpochs: (run, { after }) =>
      void database.run(`DELETE FROM epoch_metrics WHERE run = ${RUN} AND epoch > ?`, run, after),
    listValidationLosses: (run) => {
      const sql = `SELECT validation_loss AS loss FROM epoch_metrics WHERE run = ${RUN} ORDER BY epoch`;
      const rows = database.all(sql, run) as { readonly loss: number | null }[];
      return Float64Array.from(rows, ({ loss }) => loss ?? Number.NaN);
    },
    listEpochs: (run, query) =>
      thinnedRows(database, run, EPOCHS, query).map((row) => toEpochMetrics(row as EpochRow)),
    listIterations: (run, query) =>
      thinnedRows(database, run, ITERATIONS, query).map((row) =>
        toMetricPoint(row as IterationRow),
      ),
  };
}

interface IterationRow {
  readonly iteration: number;
  readonly epoch: number;
  readonly loss: number | null;
  readonly learning_rate: number;
  readonly gradient_norm: number | null;
}

function toMetricPoint(row: IterationRow): MetricPoint {
  return {
    iteration: row.iteration,
    epoch: row.epoch,
    loss: row.loss ?? Number.NaN,
    gradientNorm: row.gradient_norm,
    learningRate: row.learning_rate,
  };
}

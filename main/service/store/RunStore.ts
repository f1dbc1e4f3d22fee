/**
 * The runs and their state; every row leaves as a RunRecord that the contract's schema has checked.
 */
import { didYouMean } from '../../../core/catalog/didYouMean.ts';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { LearningRateChange } from '../../../core/contract/LearningRateChange.ts';
import {
  type EndReason,
  ExecutorInfo,
  type RunProgress,
  RunRecord,
  type RunStatus,
  type SplitCounts,
} from '../../../core/contract/RunRecord.ts';
import { StudioError, type StudioErrorData } from '../../../core/contract/StudioError.ts';
import { slugify } from '../slugify.ts';
import { type EpochRow, toEpochMetrics } from './epochRows.ts';
import type { SqlDatabase, SqlValue } from './SqlDatabase.ts';

export interface NewRun {
  /** Of a stored document. */
  readonly experiment?: string | null;
  readonly spec: ExperimentSpec;
  readonly dataset: DatasetInfo;
  readonly splits: SplitCounts | null;
  readonly parameters: number;
  readonly iterations: number;
  readonly owner: string;
  readonly createdAt: number;
}

/** What may change of a run; a field left out stays. */
export interface RunChange {
  readonly name?: string;
  readonly status?: RunStatus;
  readonly splits?: SplitCounts;
  readonly sealHash?: string | null;
  readonly parameters?: number;
  readonly executor?: ExecutorInfo;
  readonly progress?: RunProgress;
  readonly bestEpoch?: number;
  readonly learningRateChanges?: readonly LearningRateChange[];
  readonly error?: StudioErrorData | null;
  readonly endReason?: EndReason | null;
  readonly startedAt?: number;
  readonly resumedAt?: number;
  readonly endedAt?: number | null;
  readonly owner?: string;
  readonly trainerPid?: number | null;
}

export interface RunStore {
  add(run: NewRun): RunRecord;
  /** Throws StudioError `not-found`. */
  get(id: string): RunRecord;
  /** Newest first. */
  list(): RunRecord[];
  change(id: string, change: RunChange): void;
  remove(id: string): void;
  /** Queued, running and paused ones, with the service that is responsible for each. */
  listUnfinished(): { readonly id: string; readonly owner: string | null }[];
  /**
   * The newest run whose devices were measured under this key since then, and which stayed where that
   * sent it.
   */
  findMeasured(key: string, since: number): ExecutorInfo | null;
  /** Ids of unfinished runs of a dataset. */
  listUsing(dataset: string): string[];
}

const SELECT_RUN = `
SELECT runs.*, last.epoch, last.iteration, last.learning_rate, last.train_loss, last.train_accuracy,
  last.validation_loss, last.validation_accuracy, last.seconds, last.penalty, last.gradient_norm,
  (SELECT json_group_array(opened_at ORDER BY opened_at) FROM test_openings
    WHERE run = runs.sequence) AS test_opened_at,
  (SELECT json_group_array(json(finding) ORDER BY epoch, layer) FROM findings
    WHERE run = runs.sequence) AS findings,
  nullif((SELECT total(seconds) FROM epoch_metrics WHERE run = runs.sequence)
    + ifnull(positions.sums ->> 'seconds', 0), 0) AS training_seconds,
  positions.epoch AS position_epoch, positions.iteration AS position_iteration,
  edited_datasets.imported_hash
FROM runs LEFT JOIN edited_datasets ON edited_datasets.hash = runs.dataset_hash
LEFT JOIN positions ON positions.run = runs.sequence
LEFT JOIN epoch_metrics AS last ON last.run = runs.sequence
  AND last.epoch = (SELECT max(epoch) FROM epoch_metrics WHERE run = runs.sequence)`;

export function createRunStore(database: SqlDatabase): RunStore {
  return {
    add: (run) => database.transaction(() => getRun(database, insertRun(database, run))),
    get: (id) => getRun(database, id),
    list: () => database.all(`${SELECT_RUN} ORDER BY runs.sequence DESC`).map(toRunRecord),
    change: (id, change) => changeRun(database, id, change),
    remove: (id) => void database.run('DELETE FROM runs WHERE id = ?', id),
    listUnfinished: () =>
      database.all(
        "SELECT id, owner FROM runs WHERE status IN ('queued', 'running') ORDER BY sequence",
      ) as { id: string; owner: string | null }[],
    findMeasured: (key, since) => {
      const sql = `SELECT executor FROM runs WHERE executor ->> '$.measurement.key' = ?
        AND executor ->> '$.measurement.isRemembered' = 0 AND executor ->> '$.insteadOfGpu' IS NULL
        AND created_at >= ? AND NOT EXISTS (
          SELECT 1 FROM runs AS later WHERE later.sequence > runs.sequence
            AND later.executor ->> '$.measurement.key' = runs.executor ->> '$.measurement.key'
            AND later.executor ->> '$.insteadOfGpu' IS NOT NULL
        ) ORDER BY sequence DESC LIMIT 1`;
      const row = database.get(sql, key, since) as { executor: string } | undefined;
      return row ? ExecutorInfo.parse(JSON.parse(row.executor)) : null;
    },
    listUsing: (dataset) =>
      (
        database.all(
          "SELECT id FROM runs WHERE dataset_id = ? AND status IN ('queued', 'running')",
          dataset,
        ) as { id: string }[]
      ).map(({ id }) => id),
  };
}

function getRun(database: SqlDatabase, id: string): RunRecord {
  const row = database.get(`${SELECT_RUN} WHERE runs.id = ?`, id);
  if (row) return toRunRecord(row);
  const ids = (database.all('SELECT id FROM runs') as { id: string }[]).map((known) => known.id);
  throw new StudioError('not-found', `There is no run "${id}".`, {
    where: 'run',
    hint: didYouMean(id, ids, `List the runs: npm run descent -- runs`),
  });
}

function insertRun(database: SqlDatabase, run: NewRun): string {
  const { spec, dataset } = run;
  const progress: RunProgress = {
    epoch: 0,
    epochs: spec.training.epochs,
    iteration: 0,
    iterations: run.iterations,
    samplesPerSecond: 0,
    secondsLeft: null,
  };
  const columns: Readonly<Record<string, SqlValue>> = {
    id: nextId(database, spec.name),
    name: spec.name,
    status: 'queued',
    experiment: run.experiment ?? null,
    spec: JSON.stringify(spec),
    dataset_id: dataset.id,
    dataset_name: dataset.name,
    dataset_hash: dataset.hash,
    splits: JSON.stringify(run.splits),
    parameters: run.parameters,
    progress: JSON.stringify(progress),
    created_at: run.createdAt,
    owner: run.owner,
  };
  const names = Object.keys(columns);
  const marks = names.map(() => '?').join(', ');
  database.run(
    `INSERT INTO runs (${names.join(', ')}) VALUES (${marks})`,
    ...Object.values(columns),
  );
  return String(columns.id);
}

/**
 * `<slug>-<n>`; a number is never given twice, so that a removed run's name cannot mean another
 * one.
 */
function nextId(database: SqlDatabase, name: string): string {
  const slug = slugify(name, 'run');
  const row = database.get(
    `INSERT INTO run_numbers (slug, last) VALUES (?, 1)
     ON CONFLICT (slug) DO UPDATE SET last = last + 1 RETURNING last`,
    slug,
  ) as { last: number };
  return `${slug}-${row.last}`;
}

const columnNames: Readonly<Record<keyof RunChange | 'paused', string>> = {
  name: 'name',
  status: 'status',
  paused: 'paused',
  splits: 'splits',
  sealHash: 'seal_hash',
  parameters: 'parameters',
  executor: 'executor',
  progress: 'progress',
  bestEpoch: 'best_epoch',
  error: 'error',
  endReason: 'end_reason',
  learningRateChanges: 'learning_rate_changes',
  startedAt: 'started_at',
  resumedAt: 'resumed_at',
  endedAt: 'ended_at',
  owner: 'owner',
  trainerPid: 'trainer_pid',
};

function changeRun(database: SqlDatabase, id: string, change: RunChange): void {
  const columns = { ...change, ...(change.status && storedStatus(change.status)) };
  const entries = Object.entries(columns).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return;
  const assignments = entries.map(([key]) => `${columnNames[key as keyof typeof columns]} = ?`);
  const values = entries.map(([, value]) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  );
  database.run(`UPDATE runs SET ${assignments.join(', ')} WHERE id = ?`, ...values, id);
}

/** See migrations/0003-control.ts. */
function storedStatus(status: RunStatus) {
  return status === 'paused' ? { status: 'running', paused: 1 } : { status, paused: 0 };
}

interface RunRow extends EpochRow {
  readonly [column: string]: string | number | null;
}

function toRunRecord(value: unknown): RunRecord {
  const row = value as RunRow;
  const json = (column: string) => JSON.parse(String(row[column] ?? 'null')) as unknown;
  return RunRecord.parse({
    id: row.id,
    name: row.name,
    status: row.paused === 1 ? 'paused' : row.status,
    experiment: row.experiment,
    spec: json('spec'),
    dataset: {
      id: row.dataset_id,
      name: row.dataset_name,
      hash: row.dataset_hash,
      ...(row.imported_hash !== null && { importedHash: row.imported_hash }),
    },
    splits: json('splits'),
    sealHash: row.seal_hash,
    parameters: row.parameters,
    executor: json('executor'),
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    resumedAt: row.resumed_at,
    trainingSeconds: row.training_seconds,
    progress: json('progress'),
    last: row.epoch === null ? null : toEpochMetrics(row),
    position: positionOf(row),
    learningRateChanges: json('learning_rate_changes'),
    bestEpoch: row.best_epoch,
    testOpenedAt: json('test_opened_at'),
    error: json('error'),
    endReason: json('end_reason'),
    findings: json('findings'),
  });
}

/** A position inside an epoch lies behind the last finished one: the recorder sees to that. */
function positionOf(row: RunRow) {
  if (row.position_epoch !== null) {
    return { epoch: row.position_epoch, iteration: row.position_iteration };
  }
  return row.epoch === null ? null : { epoch: row.epoch, iteration: row.iteration };
}

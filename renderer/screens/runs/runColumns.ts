/** The columns of the runs table: what each shows and sorts by. */
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import type { Format } from '../../format/createFormat.ts';

export type RunColumnKey =
  | 'name'
  | 'status'
  | 'epochs'
  | 'loss'
  | 'accuracy'
  | 'seed'
  | 'executor'
  | 'started'
  | 'duration';

export interface RunColumn {
  readonly key: RunColumnKey;
  /** Null sorts last in both directions. */
  readonly sortBy: (run: RunRecord) => number | string | null;
  readonly show: (run: RunRecord, format: Format) => string;
  readonly isNumber: boolean;
  /** Left out where the window is narrow. */
  readonly isExtra?: boolean;
}

export const runColumns: readonly RunColumn[] = [
  {
    key: 'epochs',
    sortBy: ({ progress }) => progress.epoch,
    show: ({ progress }, format) =>
      `${format.integer(progress.epoch)} / ${format.integer(progress.epochs)}`,
    isNumber: true,
  },
  {
    key: 'loss',
    sortBy: ({ last }) => finite(last?.validation.loss),
    show: ({ last }, format) => format.loss(last?.validation.loss),
    isNumber: true,
  },
  {
    key: 'accuracy',
    sortBy: ({ last }) => finite(last?.validation.accuracy),
    show: ({ last }, format) => format.percent(last?.validation.accuracy),
    isNumber: true,
  },
  {
    key: 'seed',
    sortBy: ({ spec }) => spec.seed,
    show: ({ spec }) => String(spec.seed),
    isNumber: true,
    isExtra: true,
  },
  {
    key: 'executor',
    sortBy: ({ executor }) => executor?.name ?? null,
    show: ({ executor }) => executor?.name ?? '–',
    isNumber: false,
    isExtra: true,
  },
  {
    key: 'started',
    sortBy: ({ startedAt, createdAt }) => startedAt ?? createdAt,
    show: ({ startedAt, createdAt }, format) => format.dateTime(startedAt ?? createdAt),
    isNumber: false,
    isExtra: true,
  },
  {
    key: 'duration',
    sortBy: secondsOf,
    show: (run, format) => format.duration(secondsOf(run)),
    isNumber: true,
  },
];

export function secondsOf({ startedAt, endedAt }: RunRecord): number | null {
  return startedAt === null || endedAt === null ? null : (endedAt - startedAt) / 1000;
}

export interface RunOrder {
  readonly key: RunColumnKey;
  readonly descending: boolean;
}

export function sortRuns(runs: readonly RunRecord[], { key, descending }: RunOrder): RunRecord[] {
  const keyOf = sortValue(key);
  const direction = descending ? -1 : 1;
  return [...runs].sort((a, b) => {
    const left = keyOf(a);
    const right = keyOf(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'string') return direction * left.localeCompare(String(right));
    return direction * (left - Number(right));
  });
}

function sortValue(key: RunColumnKey): RunColumn['sortBy'] {
  if (key === 'name') return ({ name }) => name;
  if (key === 'status') return ({ status }) => status;
  return runColumns.find((column) => column.key === key)?.sortBy ?? (() => null);
}

function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

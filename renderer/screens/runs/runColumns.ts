/** The columns of the runs table: what each shows and sorts by. */
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import type { Format } from '../../format/createFormat.ts';

export type RunColumnKey =
  | 'name'
  | 'status'
  | 'experiment'
  | 'epochs'
  | 'loss'
  | 'accuracy'
  | 'optimizer'
  | 'batchSize'
  | 'seed'
  | 'executor'
  | 'started'
  | 'duration';

/** A run with the epoch that speaks for it: the best one, or the last while that is not known. */
export interface ListedRun {
  readonly run: RunRecord;
  /** Its name, or its id where names repeat. */
  readonly title: string;
  /** The name of its experiment. */
  readonly experiment: string;
  readonly epoch: EpochMetrics | null;
}

export interface RunColumn {
  readonly key: RunColumnKey;
  /** Null sorts last in both directions. */
  readonly sortBy: (listed: ListedRun) => number | string | null;
  readonly show: (listed: ListedRun, format: Format) => string;
  readonly isNumber: boolean;
  /** It may be of any length, and is cut off. */
  readonly isLong?: boolean;
  /** Of the table, below which the column is left out; always there without it. */
  readonly room?: keyof typeof roomFor;
}

/** Name, status and what was reached keep their room; how it was trained is on the run's page too. */
export const roomFor = {
  some: 'hidden @min-[760px]:table-cell',
  more: 'hidden @min-[960px]:table-cell',
  much: 'hidden @min-[1060px]:table-cell',
  most: 'hidden @min-[1240px]:table-cell',
} as const;

/** The name of the experiment beside that of the run, where its column has no room. */
export const insteadOfExperiment = '@min-[1060px]:hidden';

export const runColumns: readonly RunColumn[] = [
  {
    key: 'experiment',
    sortBy: ({ experiment }) => experiment,
    show: ({ experiment }) => experiment,
    isNumber: false,
    isLong: true,
    room: 'much',
  },
  {
    key: 'epochs',
    sortBy: ({ run }) => run.progress.epoch,
    show: ({ run }, format) =>
      `${format.integer(run.progress.epoch)} / ${format.integer(run.progress.epochs)}`,
    isNumber: true,
  },
  {
    key: 'loss',
    sortBy: ({ epoch }) => finite(epoch?.validation.loss),
    show: ({ epoch }, format) => format.loss(epoch?.validation.loss),
    isNumber: true,
  },
  {
    key: 'accuracy',
    sortBy: ({ epoch }) => finite(epoch?.validation.accuracy),
    show: ({ epoch }, format) => format.percent(epoch?.validation.accuracy),
    isNumber: true,
  },
  {
    key: 'optimizer',
    sortBy: ({ run }) => run.spec.optimizer.type,
    show: ({ run }) => optimizerLine(run),
    isNumber: false,
    room: 'more',
  },
  {
    key: 'batchSize',
    sortBy: ({ run }) => run.spec.training.batchSize,
    show: ({ run }, format) => format.integer(run.spec.training.batchSize),
    isNumber: true,
    room: 'most',
  },
  {
    key: 'seed',
    sortBy: ({ run }) => run.spec.seed,
    show: ({ run }) => String(run.spec.seed),
    isNumber: true,
    room: 'most',
  },
  {
    key: 'executor',
    sortBy: ({ run }) => run.executor?.name ?? null,
    show: ({ run }) => run.executor?.name ?? '–',
    isNumber: false,
    room: 'most',
  },
  {
    key: 'started',
    sortBy: ({ run }) => run.startedAt ?? run.createdAt,
    show: ({ run }, format) => format.dateTime(run.startedAt ?? run.createdAt),
    isNumber: false,
    room: 'some',
  },
  {
    key: 'duration',
    sortBy: ({ run }) => run.trainingSeconds,
    show: ({ run }, format) => format.duration(run.trainingSeconds),
    isNumber: true,
  },
];

function optimizerLine({ spec }: RunRecord): string {
  const { type, options } = spec.optimizer;
  const { learningRate } = options;
  return learningRate === undefined ? type : `${type} ${learningRate}`;
}

export interface RunOrder {
  readonly key: RunColumnKey;
  readonly descending: boolean;
}

/** What a first click on a column puts on top: the best, the newest, the first of the alphabet. */
export const startsDescending = (key: RunColumnKey) => key === 'accuracy' || key === 'started';

export function sortRuns(runs: readonly ListedRun[], { key, descending }: RunOrder): ListedRun[] {
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
  if (key === 'name') return ({ title }) => title;
  if (key === 'status') return ({ run }) => run.status;
  return runColumns.find((column) => column.key === key)?.sortBy ?? (() => null);
}

function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

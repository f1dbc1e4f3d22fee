/**
 * Where a run halted inside an epoch: the state behind that iteration, and what the epoch's metrics
 * are the means of.
 *
 * One a run. It is worth keeping until its epoch is finished: then the epoch's own checkpoint is the
 * later one.
 */
import { z } from 'zod';
import type { RunPosition } from '../../../core/contract/RunRecord.ts';
import { checkedBlob } from './checkedBlob.ts';
import type { SqlDatabase } from './SqlDatabase.ts';
import { sha256 } from './sha256.ts';

/** As core/training/EpochSums. */
const Sums = z.strictObject({
  iterations: z.number().int().positive(),
  samples: z.number().int().positive(),
  loss: z.number(),
  /** Not whole where samples are mixed. */
  correct: z.number().nonnegative(),
  seconds: z.number().nonnegative(),
});

export interface StoredPosition extends RunPosition {
  readonly sums: z.infer<typeof Sums>;
  /** As safetensors. */
  readonly data: Uint8Array;
}

export interface PositionStore {
  /** In the place of an earlier one. */
  set(run: string, position: StoredPosition): void;
  /** Null where the run did not halt inside an epoch; throws StudioError `storage` for a damaged one. */
  get(run: string): StoredPosition | null;
  drop(run: string): void;
  /** 0 where there is none. */
  bytes(run: string): number;
}

const RUN = '(SELECT sequence FROM runs WHERE id = ?)';

export function createPositionStore(database: SqlDatabase): PositionStore {
  return {
    set: (run, { epoch, iteration, sums, data }) =>
      void database.run(
        `INSERT OR REPLACE INTO positions VALUES (${RUN}, ?, ?, ?, ?, ?)`,
        run,
        epoch,
        iteration,
        JSON.stringify(sums),
        sha256(data),
        data,
      ),
    get: (run) => {
      const row = database.get(`SELECT * FROM positions WHERE run = ${RUN}`, run);
      return row ? toPosition(database.path, run, row as PositionRow) : null;
    },
    drop: (run) => void database.run(`DELETE FROM positions WHERE run = ${RUN}`, run),
    bytes: (run) => {
      const sql = `SELECT length(data) AS bytes FROM positions WHERE run = ${RUN}`;
      return (database.get(sql, run) as { bytes: number } | undefined)?.bytes ?? 0;
    },
  };
}

interface PositionRow {
  readonly epoch: number;
  readonly iteration: number;
  readonly sums: string;
  readonly sha256: string;
  readonly data: Uint8Array;
}

function toPosition(path: string, run: string, row: PositionRow): StoredPosition {
  const { epoch, iteration } = row;
  const damage =
    `The state behind iteration ${iteration} of run "${run}" is damaged: ` +
    'its sha256 does not match.';
  const data = checkedBlob(path, row, damage);
  return { epoch, iteration, sums: Sums.parse(JSON.parse(row.sums)), data };
}

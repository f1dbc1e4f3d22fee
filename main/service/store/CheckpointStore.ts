/**
 * The weights of a run's last and best epoch, as safetensors.
 *
 * SQLite keeps no checksum of its pages, so each blob is stored with its sha256 and checked
 * whenever it is read.
 */
import { createHash } from 'node:crypto';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

export interface StoredCheckpoint {
  readonly epoch: number;
  readonly data: Uint8Array;
}

export interface CheckpointStore {
  add(run: string, checkpoint: StoredCheckpoint): void;
  /** Drops those of all other epochs. */
  keepOnly(run: string, epochs: readonly number[]): void;
  /** Throws StudioError `not-found` or, for a damaged one, `storage`. */
  get(run: string, epoch: number): StoredCheckpoint;
}

const RUN = '(SELECT sequence FROM runs WHERE id = ?)';

export function createCheckpointStore(database: SqlDatabase): CheckpointStore {
  return {
    add: (run, { epoch, data }) =>
      void database.run(
        `INSERT INTO checkpoints VALUES (${RUN}, ?, ?, ?)`,
        run,
        epoch,
        sha256(data),
        data,
      ),
    keepOnly: (run, epochs) =>
      void database.run(
        `DELETE FROM checkpoints WHERE run = ${RUN}
         AND epoch NOT IN (SELECT value FROM json_each(?))`,
        run,
        JSON.stringify(epochs),
      ),
    get: (run, epoch) => getCheckpoint(database, run, epoch),
  };
}

function getCheckpoint(database: SqlDatabase, run: string, epoch: number): StoredCheckpoint {
  const row = database.get(
    `SELECT sha256, data FROM checkpoints WHERE run = ${RUN} AND epoch = ?`,
    run,
    epoch,
  ) as { sha256: string; data: Uint8Array } | undefined;
  if (!row) {
    throw new StudioError('not-found', `Run "${run}" has no checkpoint of epoch ${epoch}.`, {
      where: 'run',
    });
  }
  if (sha256(row.data) !== row.sha256) {
    throw new StudioError(
      'storage',
      `The checkpoint of epoch ${epoch} of run "${run}" is damaged: its sha256 does not match.`,
      { where: database.path, hint: 'The disk may be failing. Train the experiment again.' },
    );
  }
  return { epoch, data: row.data };
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

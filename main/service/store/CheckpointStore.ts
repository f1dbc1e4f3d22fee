/**
 * The weights of a run's last and best epoch, and of every n-th where the experiment wants them, as
 * safetensors.
 *
 * SQLite keeps no checksum of its pages, so each blob is stored with its sha256 and checked
 * whenever it is read.
 */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { checkedBlob } from './checkedBlob.ts';
import type { SqlDatabase } from './SqlDatabase.ts';
import { sha256 } from './sha256.ts';

export interface StoredCheckpoint {
  readonly epoch: number;
  readonly data: Uint8Array;
}

export interface CheckpointStore {
  add(run: string, checkpoint: StoredCheckpoint): void;
  /** Drops those of all other epochs; those of every `every`-th stay too. */
  keepOnly(run: string, epochs: readonly number[], every?: number | undefined): void;
  /** Drops those of later epochs. */
  dropAfter(run: string, epoch: number): void;
  /** By epoch, without the weights. */
  list(run: string): { readonly epoch: number; readonly bytes: number }[];
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
    keepOnly: (run, epochs, every) =>
      void database.run(
        `DELETE FROM checkpoints WHERE run = ${RUN}
         AND epoch NOT IN (SELECT value FROM json_each(?)) AND coalesce(epoch % ?, 1) != 0`,
        run,
        JSON.stringify(epochs),
        every ?? null,
      ),
    dropAfter: (run, epoch) =>
      void database.run(`DELETE FROM checkpoints WHERE run = ${RUN} AND epoch > ?`, run, epoch),
    list: (run) =>
      database.all(
        `SELECT epoch, length(data) AS bytes FROM checkpoints WHERE run = ${RUN} ORDER BY epoch`,
        run,
      ) as { epoch: number; bytes: number }[],
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
  const damage = `The checkpoint of epoch ${epoch} of run "${run}" is damaged: its sha256 does not match.`;
  return { epoch, data: checkedBlob(database.path, row, damage) };
}

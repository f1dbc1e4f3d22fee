/**
 * Reads a dataset of the library with its edits, and refuses one whose content changed since it was
 * imported.
 *
 * It lands in shared memory at once, where the thread that assembles minibatches reads it: a copy
 * for that thread would stay in memory twice for as long as nobody collects garbage.
 */
import { readFile } from 'node:fs/promises';
import { StudioError } from '../../core/contract/StudioError.ts';
import type { Dataset } from '../../core/data/Dataset.ts';
import { decodeWithHash } from '../../core/data/decodeDataset.ts';
import { applyEdits } from '../../core/data/edits/applyEdits.ts';
import { editedHash } from '../../core/data/edits/editedHash.ts';
import { nodeDigest } from '../service/library/nodeDigest.ts';
import type { DatasetFile } from './TrainerProtocol.ts';

const shared = (bytes: number) => new SharedArrayBuffer(bytes);

export async function readDatasetFile({ path, hash, edits }: DatasetFile): Promise<Dataset> {
  const { dataset, hash: imported } = decodeWithHash(await readFile(path), nodeDigest, shared);
  if (editedHash(imported, edits) === hash) return applyEdits(dataset, edits, shared);
  throw new StudioError('invalid-dataset', 'The stored dataset is damaged: its hash changed.', {
    where: path,
    hint: 'Remove it from the library and import it again.',
  });
}

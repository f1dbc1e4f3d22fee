/**
 * Reads a dataset of the library, and refuses one whose content changed since it was imported.
 *
 * It lands in shared memory at once, where the thread that assembles minibatches reads it: a copy
 * for that thread would stay in memory twice for as long as nobody collects garbage.
 */
import { readFile } from 'node:fs/promises';
import type { Dataset } from '../../core/data/Dataset.ts';
import { decodeWithHash } from '../../core/data/decodeDataset.ts';
import { nodeDigest } from '../service/library/nodeDigest.ts';
import { refuseChangedDataset } from './refuseChangedDataset.ts';
import type { DatasetFile } from './TrainerProtocol.ts';

export async function readDatasetFile(file: DatasetFile): Promise<Dataset> {
  const { dataset, hash: found } = decodeWithHash(
    await readFile(file.path),
    nodeDigest,
    (bytes) => new SharedArrayBuffer(bytes),
  );
  refuseChangedDataset(file, found);
  return dataset;
}

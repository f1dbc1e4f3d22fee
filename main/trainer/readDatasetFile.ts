/**
 * Reads a dataset of the library with its edits, and refuses one whose content changed since it was
 * imported.
 *
 * It lands in shared memory at once, where the thread that assembles minibatches reads it: a copy
 * for that thread would stay in memory twice for as long as nobody collects garbage.
 */
import { readFile } from 'node:fs/promises';
import type { Dataset } from '../../core/data/Dataset.ts';
import { decodeWithHash } from '../../core/data/decodeDataset.ts';
import { nodeDigest } from '../service/library/nodeDigest.ts';
import { expectedDataset } from './expectedDataset.ts';
import type { DatasetFile } from './TrainerProtocol.ts';

const shared = (bytes: number) => new SharedArrayBuffer(bytes);

export async function readDatasetFile(file: DatasetFile): Promise<Dataset> {
  const decoded = decodeWithHash(await readFile(file.path), nodeDigest, shared);
  return expectedDataset(file, decoded, shared);
}

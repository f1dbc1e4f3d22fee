import { strToU8 } from 'fflate';
import { bytesOf } from './bytesOf.ts';
import type { Dataset } from './Dataset.ts';
import { datasetHeader } from './datasetHeader.ts';
import { sha256 } from './sha256.ts';

/**
 * What identifies a dataset: sha256 over its header as JSON (labels and names, no warnings), then
 * the bytes of features and targets.
 *
 * Where the data came from does not enter: the same table read from two files has one hash.
 */
export function datasetHash(dataset: Dataset): string {
  const { warnings: _, ...identity } = datasetHeader(dataset);
  const header = strToU8(JSON.stringify(identity));
  return sha256(header, bytesOf(dataset.features), bytesOf(dataset.targets));
}

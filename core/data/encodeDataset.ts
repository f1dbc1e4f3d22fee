/**
 * The compact form in which the library and the bundled samples keep a dataset.
 *
 *   0   8 bytes   "DESCENTD"
 *   8   uint32    version, 1
 *   12  uint32    length of the header in bytes, a multiple of 8
 *   16  header    JSON (DatasetHeader) in UTF-8, filled up with blanks
 *   .   features  uint8 or float32, [N, ...sampleShape], filled up with zeros to a multiple of 4
 *   .   targets   int32 (classes) or float32 (numbers), [N]
 *
 * All little-endian. Nothing follows, so a length that differs from what the header promises is
 * damage.
 */
import { strToU8 } from 'fflate';
import { bytesOf } from './bytesOf.ts';
import type { Dataset } from './Dataset.ts';
import { datasetHeader } from './datasetHeader.ts';

export const DATASET_MAGIC = 'DESCENTD';
export const DATASET_VERSION = 1;
export const DATASET_PREFIX_BYTES = 16;

/** The same dataset gives the same bytes. */
export function encodeDataset(dataset: Dataset): Uint8Array {
  const header = strToU8(JSON.stringify(datasetHeader(dataset)));
  const headerBytes = roundUp(header.length, 8);
  const featureBytes = roundUp(dataset.features.byteLength, 4);
  const featuresAt = DATASET_PREFIX_BYTES + headerBytes;
  const targetsAt = featuresAt + featureBytes;

  const bytes = new Uint8Array(targetsAt + dataset.targets.byteLength);
  bytes.set(strToU8(DATASET_MAGIC));
  const view = new DataView(bytes.buffer);
  view.setUint32(8, DATASET_VERSION, true);
  view.setUint32(12, headerBytes, true);
  bytes.fill(0x20, DATASET_PREFIX_BYTES, featuresAt);
  bytes.set(header, DATASET_PREFIX_BYTES);
  bytes.set(bytesOf(dataset.features), featuresAt);
  bytes.set(bytesOf(dataset.targets), targetsAt);
  return bytes;
}

export function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

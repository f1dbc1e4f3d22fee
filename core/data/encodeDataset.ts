/**
 * The compact form in which the library and the bundled samples keep a dataset.
 *
 *   0   8 bytes   "DESCENTD"
 *   8   uint32    version, 2
 *   12  uint32    length of the header in bytes
 *   16  2 uint32  offset of the header, low word first
 *   24  sections  values, images or texts with offsets, targets, givenSplits: the arrays of Dataset,
 *                 each filled up with zeros to a multiple of 8
 *   .   header    JSON (DatasetHeader) in UTF-8, which says where each section lies
 *
 * All little-endian. The header comes last, because whoever writes samples as they come knows only
 * then how many there were. Nothing follows it, so another length is damage.
 */
import { strToU8 } from 'fflate';
import type { Dataset } from './Dataset.ts';
import type { Digest } from './datasetHash.ts';
import { datasetHeader, type Section } from './datasetHeader.ts';
import { datasetSections, type SectionName } from './datasetSections.ts';
import { sha256 } from './sha256.ts';

export const DATASET_MAGIC = 'DESCENTD';
export const DATASET_VERSION = 2;
export const DATASET_PREFIX_BYTES = 24;
export const SECTION_ALIGNMENT = 8;

/** The same dataset gives the same bytes. */
export function encodeDataset(dataset: Dataset, digest: Digest = sha256): Uint8Array {
  const parts = datasetSections(dataset);
  const sections: Partial<Record<SectionName, Section>> = {};
  let end = DATASET_PREFIX_BYTES;
  for (const [name, part] of parts) {
    sections[name] = { offset: end, bytes: part.length, sha256: digest(part) };
    end += roundUp(part.length, SECTION_ALIGNMENT);
  }
  const header = strToU8(JSON.stringify(datasetHeader(dataset, sections)));
  const bytes = new Uint8Array(end + header.length);
  bytes.set(datasetPrefix(end, header.length));
  for (const [name, part] of parts) bytes.set(part, sections[name]?.offset);
  bytes.set(header, end);
  return bytes;
}

/** The first bytes of the encoded form, which can be known only after everything else. */
export function datasetPrefix(headerOffset: number, headerBytes: number): Uint8Array {
  const prefix = new Uint8Array(DATASET_PREFIX_BYTES);
  prefix.set(strToU8(DATASET_MAGIC));
  const view = new DataView(prefix.buffer);
  view.setUint32(8, DATASET_VERSION, true);
  view.setUint32(12, headerBytes, true);
  view.setUint32(16, headerOffset % 2 ** 32, true);
  view.setUint32(20, Math.floor(headerOffset / 2 ** 32), true);
  return prefix;
}

export function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

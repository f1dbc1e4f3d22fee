/**
 * What identifies a dataset: sha256 over its header as JSON (labels and names, no warnings), in
 * which a sha256 stands for every array.
 *
 * Hashes of hashes, so that whoever writes a dataset as it reads can know the hash at the end
 * without another pass. Where the data came from does not enter: the same table read from two files
 * has one hash.
 */
import { strToU8 } from 'fflate';
import type { Dataset } from './Dataset.ts';
import { type DatasetHeader, datasetHeader, type Section } from './datasetHeader.ts';
import { datasetSections, SECTION_NAMES, type SectionName } from './datasetSections.ts';
import { sha256 } from './sha256.ts';

/** sha256 in lower-case hexadecimal; where a faster one than core's is at hand, hand it in. */
export type Digest = (bytes: Uint8Array) => string;

export function datasetHash(dataset: Dataset, digest: Digest = sha256): string {
  const sections: Partial<Record<SectionName, Section>> = {};
  for (const [name, bytes] of datasetSections(dataset)) {
    sections[name] = { offset: 0, bytes: bytes.length, sha256: digest(bytes) };
  }
  return headerHash(datasetHeader(dataset, sections));
}

/** The same from the header of the encoded form, believing the hashes in it. */
export function headerHash({ warnings: _, sections, ...identity }: DatasetHeader): string {
  const hashes = SECTION_NAMES.flatMap((name) => {
    const section = sections[name];
    return section ? [[name, section.sha256]] : [];
  });
  return sha256(strToU8(JSON.stringify({ ...identity, sections: Object.fromEntries(hashes) })));
}

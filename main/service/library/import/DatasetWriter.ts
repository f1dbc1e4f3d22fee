/**
 * Writes a dataset in the encoded form while it is read: no array of it is ever whole in memory.
 *
 * The largest section goes straight into the file, the others into files beside it that are
 * appended at the end; each is hashed on its way, so that the dataset's hash costs no second pass.
 * Writing is synchronous on purpose: the process has nothing else to do.
 */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { ImageSizes } from '../../../../core/contract/ImageSizes.ts';
import { headerHash } from '../../../../core/data/datasetHash.ts';
import { datasetHeader, type Section } from '../../../../core/data/datasetHeader.ts';
import type { SectionName } from '../../../../core/data/datasetSections.ts';
import {
  DATASET_PREFIX_BYTES,
  datasetPrefix,
  roundUp,
  SECTION_ALIGNMENT,
} from '../../../../core/data/encodeDataset.ts';
import type { DatasetSummary, SectionSink } from '../../../../core/data/SectionSink.ts';

export interface WrittenDataset {
  readonly summary: DatasetSummary;
  readonly hash: string;
  readonly bytes: number;
  /** [train, validation, test] as the data names them. */
  readonly given: readonly [number, number, number] | null;
  /** Of images in files of their own, as they were there. */
  readonly imageSizes?: ImageSizes;
}

const BUFFER_BYTES = 2 ** 20;

interface Part {
  readonly path: string;
  readonly file: number;
  readonly hash: Hash;
  readonly buffer: Uint8Array;
  filled: number;
  bytes: number;
}

export class DatasetWriter implements SectionSink {
  readonly #path: string;
  readonly #largest: SectionName;
  readonly #parts = new Map<SectionName, Part>();
  readonly #given: [number, number, number] = [0, 0, 0];

  /** `path` is made anew, files beside it with longer names too. */
  constructor(path: string, largest: SectionName) {
    this.#path = path;
    this.#largest = largest;
    this.#part(largest);
    // Every dataset has them, also one without columns.
    this.#part('values');
  }

  #part(section: SectionName): Part {
    const known = this.#parts.get(section);
    if (known) return known;
    const isLargest = section === this.#largest;
    const path = isLargest ? this.#path : `${this.#path}.${section}`;
    const file = openSync(path, 'w+');
    if (isLargest) writeSync(file, new Uint8Array(DATASET_PREFIX_BYTES));
    const buffer = new Uint8Array(BUFFER_BYTES);
    const part = { path, file, hash: createHash('sha256'), buffer, filled: 0, bytes: 0 };
    this.#parts.set(section, part);
    return part;
  }

  write(section: SectionName, bytes: Uint8Array): void {
    const part = this.#part(section);
    if (section === 'givenSplits') for (const split of bytes) this.#given[split as 0 | 1 | 2] += 1;
    if (part.filled + bytes.length > BUFFER_BYTES) flush(part);
    if (bytes.length > BUFFER_BYTES) {
      append(part, bytes);
    } else {
      part.buffer.set(bytes, part.filled);
      part.filled += bytes.length;
    }
  }

  finish(summary: DatasetSummary): WrittenDataset {
    const sections: Partial<Record<SectionName, Section>> = {};
    const main = this.#part(this.#largest);
    let end = DATASET_PREFIX_BYTES;
    for (const [name, part] of this.#parts) {
      flush(part);
      if (part !== main) copy(part, main.file);
      sections[name] = { offset: end, bytes: part.bytes, sha256: part.hash.digest('hex') };
      const filled = roundUp(part.bytes, SECTION_ALIGNMENT);
      writeSync(main.file, new Uint8Array(filled - part.bytes));
      end += filled;
    }
    const header = datasetHeader(summary, sections);
    const text = Buffer.from(JSON.stringify(header));
    writeSync(main.file, text);
    writeSync(main.file, datasetPrefix(end, text.length), 0, DATASET_PREFIX_BYTES, 0);
    fsyncSync(main.file);
    this.close();
    const given = this.#parts.has('givenSplits') ? this.#given : null;
    return { summary, hash: headerHash(header), bytes: end + text.length, given };
  }

  /** Also for a writer whose work is thrown away; the file at `path` is the caller's. */
  close(): void {
    for (const { file, path } of this.#parts.values()) {
      closeSync(file);
      if (path !== this.#path) rmSync(path, { force: true });
    }
  }
}

function flush(part: Part): void {
  if (part.filled > 0) append(part, part.buffer.subarray(0, part.filled));
  part.filled = 0;
}

function append(part: Part, bytes: Uint8Array): void {
  part.hash.update(bytes);
  part.bytes += bytes.length;
  for (let at = 0; at < bytes.length; ) at += writeSync(part.file, bytes, at);
}

function copy({ file, buffer, bytes }: Part, to: number): void {
  for (let at = 0; at < bytes; ) {
    const read = readSync(file, buffer, 0, BUFFER_BYTES, at);
    for (let done = 0; done < read; ) done += writeSync(to, buffer, done, read - done);
    at += read;
  }
}

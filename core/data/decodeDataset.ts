/**
 * The way back from encodeDataset. Every length and index is checked: the bytes may come from a
 * damaged disk.
 *
 * Libraries of 0.1.0 hold version 1. It is read as it is, and keeps the hash by which its runs know
 * it.
 */
import { strFromU8 } from 'fflate';
import { checkDataset } from './checkDataset.ts';
import type { Dataset } from './Dataset.ts';
import { damaged } from './damaged.ts';
import { type Digest, datasetHash } from './datasetHash.ts';
import { DatasetHeader } from './datasetHeader.ts';
import type { SectionName } from './datasetSections.ts';
import { decodeVersion1 } from './decodeVersion1.ts';
import {
  DATASET_MAGIC,
  DATASET_PREFIX_BYTES,
  DATASET_VERSION,
  SECTION_ALIGNMENT,
} from './encodeDataset.ts';
import { sha256 } from './sha256.ts';

/** Makes the memory that a decoded dataset lies in: shared, where a thread reads it too. */
type CreateBuffer = (bytes: number) => ArrayBufferLike;
const ownBuffer: CreateBuffer = (bytes) => new ArrayBuffer(bytes);

/** Throws StudioError `invalid-dataset` for anything but a whole, consistent dataset. */
export function decodeDataset(bytes: Uint8Array): Dataset {
  return open(bytes, ownBuffer).dataset;
}

/** The dataset with the hash of its content, which costs a pass over it. */
export function decodeWithHash(
  bytes: Uint8Array,
  digest: Digest = sha256,
  createBuffer: CreateBuffer = ownBuffer,
): { readonly dataset: Dataset; readonly hash: string } {
  const { dataset, hash } = open(bytes, createBuffer);
  return { dataset, hash: hash ? hash() : datasetHash(dataset, digest) };
}

function open(
  bytes: Uint8Array,
  createBuffer: CreateBuffer,
): { dataset: Dataset; hash?: () => string } {
  const magic = strFromU8(bytes.subarray(0, DATASET_MAGIC.length), true);
  if (bytes.length < DATASET_PREFIX_BYTES || magic !== DATASET_MAGIC) {
    throw damaged(`it does not begin with "${DATASET_MAGIC}"`);
  }
  const version = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  if (version === 1) return decodeVersion1(bytes);
  if (version !== DATASET_VERSION) {
    throw damaged(`its version is ${version}, and this studio reads ${DATASET_VERSION}`);
  }
  const dataset = assemble(bytes, readHeader(bytes), createBuffer);
  checkDataset(dataset);
  return { dataset };
}

function readHeader(bytes: Uint8Array): DatasetHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offset = view.getUint32(16, true) + 2 ** 32 * view.getUint32(20, true);
  const expected = offset + view.getUint32(12, true);
  if (bytes.length !== expected) {
    throw damaged(`it must be ${expected} bytes long and is ${bytes.length}`);
  }
  try {
    return DatasetHeader.parse(JSON.parse(strFromU8(bytes.subarray(offset))));
  } catch (cause) {
    throw damaged('its header is malformed', cause);
  }
}

/** Copies: aligned for the wider types, and independent of the caller's buffer. */
function assemble(bytes: Uint8Array, header: DatasetHeader, createBuffer: CreateBuffer): Dataset {
  const { kind, samples, columns, target, warnings, sampleShape, sections } = header;
  const section = (name: SectionName, expected: number | null): Uint8Array => {
    const found = sections[name];
    if (!found) throw damaged(`it has no ${name}`);
    const end = found.offset + found.bytes;
    if (expected !== null && found.bytes !== expected) {
      throw damaged(`its ${name} must be ${expected} bytes long and are ${found.bytes}`);
    }
    if (found.offset % SECTION_ALIGNMENT !== 0 || end > bytes.length) {
      throw damaged(`its ${name} lie outside`);
    }
    const copy = new Uint8Array(createBuffer(found.bytes));
    copy.set(bytes.subarray(found.offset, end));
    return copy;
  };
  const targets = section('targets', 4 * samples).buffer;
  const common = {
    samples,
    target,
    targets: target.kind === 'class' ? new Int32Array(targets) : new Float32Array(targets),
    columns,
    values: new Float32Array(section('values', 4 * samples * columns.length).buffer),
    givenSplits: sections.givenSplits ? section('givenSplits', samples) : null,
    warnings,
  };
  switch (kind) {
    case 'image': {
      if (!sampleShape) throw damaged('its images have no size');
      const size = sampleShape.reduce((product, length) => product * length, samples);
      return { kind, ...common, sampleShape, images: section('images', size) };
    }
    case 'table':
      return { kind, ...common };
    case 'text': {
      const offsets = new Uint32Array(section('offsets', 4 * (samples + 1)).buffer);
      return { kind, ...common, texts: section('texts', null), offsets };
    }
    default:
      return kind satisfies never;
  }
}

/**
 * The safetensors format (huggingface/safetensors, format 0.3+): how checkpoints are kept.
 *
 *   0  uint64  length of the header
 *   8  header  JSON { name: { dtype, shape, data_offsets: [begin, end] } }, blanks behind it
 *   .  data    the tensors one behind the other, little-endian, no holes
 *
 * Chosen over a format of our own because other tools open it. Only F32 is written and read.
 */
import { strFromU8, strToU8 } from 'fflate';
import { z } from 'zod';
import { Shape } from '../contract/primitives.ts';
import { StudioError } from '../contract/StudioError.ts';
import { bytesOf } from '../data/bytesOf.ts';
import { sizeOf } from '../graph/Tensor.ts';

export interface NamedTensor {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly data: Float32Array;
}

const PREFIX_BYTES = 8;
/** A tenth of the reference implementation's limit: room for 100,000 tensors. */
const MOST_HEADER_BYTES = 10_000_000;

const Entry = z.strictObject({
  dtype: z.literal('F32'),
  shape: Shape,
  data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
});
type Entry = z.infer<typeof Entry>;
const Header = z.record(z.string(), z.union([Entry, z.record(z.string(), z.string())]));

/**
 * Tensors in the order given; the data begins at a multiple of 8. Throws RangeError for a shape
 * that does not fit.
 */
export function encodeSafetensors(tensors: Readonly<Record<string, NamedTensor>>): Uint8Array {
  const entries: [string, Entry][] = [];
  let end = 0;
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    if (sizeOf(shape) !== data.length) {
      throw new RangeError(`"${name}" must hold ${sizeOf(shape)} values. Received ${data.length}.`);
    }
    const begin = end;
    end += data.byteLength;
    entries.push([name, { dtype: 'F32', shape: [...shape], data_offsets: [begin, end] }]);
  }
  const json = strToU8(JSON.stringify(Object.fromEntries(entries)));
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const dataAt = PREFIX_BYTES + headerBytes;
  const bytes = new Uint8Array(dataAt + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true);
  bytes.fill(0x20, PREFIX_BYTES, dataAt);
  bytes.set(json, PREFIX_BYTES);
  for (const [name, entry] of entries) {
    bytes.set(bytesOf(tensors[name].data), dataAt + entry.data_offsets[0]);
  }
  return bytes;
}

/**
 * Copies of the tensors by name. Metadata is skipped.
 *
 * Throws StudioError `invalid-model` unless the header describes every byte of the data exactly
 * once.
 */
export function decodeSafetensors(bytes: Uint8Array): Record<string, NamedTensor> {
  const dataAt = dataOffset(bytes);
  const header = parseHeader(strFromU8(bytes.subarray(PREFIX_BYTES, dataAt)));
  const entries = Object.entries(header)
    .filter((pair): pair is [string, Entry] => pair[0] !== '__metadata__')
    .sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]);
  let end = 0;
  const tensors: [string, NamedTensor][] = [];
  for (const [name, { shape, data_offsets: offsets }] of entries) {
    if (offsets[0] !== end || offsets[1] - offsets[0] !== 4 * sizeOf(shape)) {
      throw damaged(`"${name}" stands at [${offsets.join(', ')}], which does not fit its shape`);
    }
    end = offsets[1];
    if (dataAt + end > bytes.length) throw damaged(`it ends inside "${name}"`);
    const copy = new Uint8Array(bytes.subarray(dataAt + offsets[0], dataAt + end));
    tensors.push([name, { shape, data: new Float32Array(copy.buffer) }]);
  }
  if (dataAt + end !== bytes.length) throw damaged('data stands behind its last tensor');
  return Object.fromEntries(tensors);
}

function dataOffset(bytes: Uint8Array): number {
  if (bytes.length < PREFIX_BYTES) throw damaged('it is shorter than its length field');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getBigUint64(0, true);
  if (headerBytes > MOST_HEADER_BYTES || Number(headerBytes) > bytes.length - PREFIX_BYTES) {
    throw damaged(`its header cannot be ${headerBytes} bytes long`);
  }
  return PREFIX_BYTES + Number(headerBytes);
}

function parseHeader(text: string): z.infer<typeof Header> {
  try {
    const header = Header.parse(JSON.parse(text));
    for (const [name, entry] of Object.entries(header)) {
      if (name !== '__metadata__') Entry.parse(entry);
    }
    return header;
  } catch (cause) {
    throw damaged('its header is malformed', cause);
  }
}

function damaged(reason: string, cause?: unknown): StudioError {
  return new StudioError('invalid-model', `The safetensors data is damaged: ${reason}.`, { cause });
}

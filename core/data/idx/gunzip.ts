/**
 * Inflates gzip without believing it: the output is cut off at a limit that its own first bytes
 * set, and the length and checksum behind the data are compared. A bomb costs one slice, not the
 * machine's memory.
 */
import { Gunzip } from 'fflate';
import { StudioError } from '../../contract/StudioError.ts';
import { joinBytes } from '../joinBytes.ts';
import { crc32 } from './crc32.ts';

/** Compressed bytes handed over at once; deflate blows them up by at most 1,032. */
const SLICE_BYTES = 2 ** 14;
const TRAILER_BYTES = 8;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * `limitOf` is asked once, with the first bytes that came out, how many bytes there may be in all.
 *
 * Throws StudioError `invalid-dataset` for damaged data and for more than the limit; what limitOf
 * throws passes.
 */
export function gunzip(
  bytes: Uint8Array,
  name: string,
  limitOf: (head: Uint8Array) => number,
): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let limit = Number.POSITIVE_INFINITY;
  const stream = new Gunzip((part) => {
    if (part.length === 0) return;
    if (length === 0) limit = limitOf(part);
    parts.push(part);
    length += part.length;
    if (length > limit) throw damaged(name, `it holds more than the ${limit} bytes it announces`);
  });
  try {
    for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
      stream.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length);
    }
  } catch (cause) {
    if (cause instanceof StudioError) throw cause;
    throw damaged(name, cause instanceof Error ? cause.message : String(cause), cause);
  }
  checkTrailer(bytes, name, parts, length);
  return joinBytes(parts);
}

function checkTrailer(
  bytes: Uint8Array,
  name: string,
  parts: readonly Uint8Array[],
  length: number,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trailer = bytes.length - TRAILER_BYTES;
  const checksum = parts.reduce((before, part) => crc32(part, before), 0);
  if (trailer < 0 || view.getUint32(trailer, true) !== checksum) {
    throw damaged(name, 'its checksum does not match');
  }
  if (view.getUint32(trailer + 4, true) !== length % 2 ** 32) {
    throw damaged(name, 'its length does not match');
  }
}

function damaged(name: string, reason: string, cause?: unknown): StudioError {
  return new StudioError('invalid-dataset', `"${name}" is damaged gzip data: ${reason}.`, {
    where: name,
    hint: 'Fetch or copy the file again.',
    cause,
  });
}

/**
 * One IDX file, plain or gzip: the format of MNIST (LeCun, "The MNIST database", file formats).
 *
 *   0  2 bytes  0
 *   2  1 byte   element type, 0x08 for unsigned bytes
 *   3  1 byte   number of dimensions
 *   4  uint32   each dimension's size, big-endian
 *   .  elements, last dimension fastest
 */
import { StudioError } from '../../contract/StudioError.ts';
import { gunzip, isGzip } from './gunzip.ts';

const UNSIGNED_BYTE = 0x08;
const MOST_BYTES = 2 ** 31 - 1;

export interface IdxArray {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Uint8Array;
}

/**
 * Reads an array of `dimensions` axes: 3 for images [N, height, width], 1 for labels [N].
 *
 * Throws StudioError `invalid-dataset` for another magic number or element type, and for a length
 * that differs from what the header says.
 */
export function readIdxFile(bytes: Uint8Array, name: string, dimensions: 1 | 3): IdxArray {
  const limitOf = (head: Uint8Array) => readHeader(head, name, dimensions).totalBytes;
  const plain = isGzip(bytes) ? gunzip(bytes, name, limitOf) : bytes;
  const { shape, headerBytes, totalBytes } = readHeader(plain, name, dimensions);
  if (plain.length !== totalBytes) {
    throw invalid(
      name,
      `"${name}" must be ${totalBytes} bytes long, as its header says [${shape.join(', ')}]. ` +
        `Received ${plain.length} bytes.`,
    );
  }
  return { shape, values: plain.subarray(headerBytes) };
}

function readHeader(
  bytes: Uint8Array,
  name: string,
  dimensions: number,
): { shape: number[]; headerBytes: number; totalBytes: number } {
  const headerBytes = 4 + 4 * dimensions;
  if (bytes.length < headerBytes) {
    throw invalid(
      name,
      `"${name}" must begin with an IDX header of ${headerBytes} bytes. ` +
        `Received ${bytes.length} bytes.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0);
  const expected = (UNSIGNED_BYTE << 8) | dimensions;
  if (magic !== expected) {
    throw invalid(
      name,
      `"${name}" must begin with the IDX magic number ${hex(expected)}: unsigned bytes in ` +
        `${dimensions} dimension${dimensions === 1 ? '' : 's'}. Received ${hex(magic)}.`,
    );
  }
  const shape = Array.from({ length: dimensions }, (_, axis) => view.getUint32(4 + 4 * axis));
  const totalBytes = headerBytes + shape.reduce((product, size) => product * size, 1);
  if (shape.includes(0) || totalBytes > MOST_BYTES) {
    throw invalid(
      name,
      `"${name}" must hold between 1 and ${MOST_BYTES} bytes of data. ` +
        `Its header says [${shape.join(', ')}].`,
    );
  }
  return { shape, headerBytes, totalBytes };
}

function hex(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
}

function invalid(name: string, message: string): StudioError {
  return new StudioError('invalid-dataset', message, { where: name });
}

import { hasSignature, type Signature } from './hasSignature.ts';

/** As far as a byte that no text holds, where there is one: a header may begin with any letters. */
const signatures: readonly (readonly [string, Signature])[] = [
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF87a'],
  ['a GIF image', 'GIF89a'],
  ['a WebP image', 'RIFF....WEBP'],
  ['a sound recording', 'RIFF....WAVE'],
  ['a BMP image', 'BM....\0\0\0\0'],
  ['a TIFF image', 'II*\0'],
  ['a TIFF image', 'MM\0*'],
  // Its first box is shorter than 256 bytes.
  ['an HEIC or AVIF image, or a video', '\0\0\0.ftyp'],
  ['a ZIP archive or an Excel workbook', 'PK\x03\x04'],
  ['an old Excel workbook', '\xd0\xcf\x11\xe0'],
  ['a PDF document', '%PDF-'],
  ['a gzip archive', '\x1f\x8b'],
  ['a 7z archive', '7z\xbc\xaf\x27\x1c'],
  ['a RAR archive', 'Rar!\x1a'],
  ['a NumPy array', '\x93NUMPY'],
  // Pages and footer begin with their first field, an i32, which Thrift writes as 0x15.
  ['a Parquet file', 'PAR1\x15'],
  ['an HDF5 file', '\x89HDF'],
  ['an SQLite database', 'SQLite format 3\0'],
];

/**
 * What a server answers in the place of a file, and what other programs write; of ASCII in any
 * case.
 */
const beginnings: readonly (readonly [string, RegExp])[] = [
  ['a web page', /^\s*<(!doctype html|html)/i],
  ['an XML document', /^\s*<\?xml/i],
];

/** Enough of a file to know its kind. */
export const KIND_BYTES = 16;

/** What a file is by its first bytes, with its article; null for text and for unknown bytes. */
export function knownKind(bytes: Uint8Array): string | null {
  const text = String.fromCharCode(...bytes.subarray(0, KIND_BYTES));
  const found =
    signatures.find(([, signature]) => hasSignature(bytes, signature)) ??
    beginnings.find(([, start]) => start.test(text));
  return found?.[0] ?? null;
}

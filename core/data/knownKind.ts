/** Letters stand for themselves, a dot for any byte. */
type Start = string;

const signatures: readonly (readonly [string, Start])[] = [
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a WebP image', 'RIFF....WEBP'],
  // A header may begin with these letters: the zeros are what no text holds.
  ['a BMP image', 'BM....\0\0\0\0'],
  ['a TIFF image', 'II*\0'],
  ['a TIFF image', 'MM\0*'],
  ['an HEIC or AVIF image, or a video', '....ftyp'],
  ['a ZIP archive or an Excel workbook', 'PK\x03\x04'],
  ['an old Excel workbook', '\xd0\xcf\x11\xe0'],
  ['a PDF document', '%PDF'],
  ['a gzip archive', '\x1f\x8b'],
  ['a 7z archive', '7z\xbc\xaf'],
  ['a RAR archive', 'Rar!\x1a'],
  ['a NumPy array', '\x93NUMPY'],
  ['a Parquet file', 'PAR1'],
  ['an HDF5 file', '\x89HDF'],
  ['an SQLite database', 'SQLite format 3'],
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
  const isStart = (start: Start) =>
    [...start].every((letter, at) => letter === '.' || text[at] === letter);
  const found =
    signatures.find(([, start]) => isStart(start)) ??
    beginnings.find(([, start]) => start.test(text));
  return found?.[0] ?? null;
}

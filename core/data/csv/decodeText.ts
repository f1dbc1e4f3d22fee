/**
 * Bytes to text, strictly: only UTF-8, with or without a byte-order mark.
 *
 * A lenient decoder would turn a Korean CSV from Windows (CP949) into replacement characters, and
 * two different labels into one. So the first byte that is not UTF-8 is refused, with its place.
 */
import { strFromU8 } from 'fflate';
import { StudioError } from '../../contract/StudioError.ts';

/** What a JavaScript string can hold, V8's limit. */
const LARGEST_TEXT = 2 ** 29 - 24;

/**
 * Throws StudioError `invalid-dataset` for bytes that are not UTF-8 text; `name` is the file's, for
 * the message.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes.length > LARGEST_TEXT) {
    throw new StudioError(
      'invalid-dataset',
      `"${name}" is larger than the ${LARGEST_TEXT} bytes of text that can be read at once. ` +
        `Received ${bytes.length} bytes.`,
    );
  }
  refuseOtherFormats(bytes, name);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw notText(name, 'it is UTF-16');
  }
  const at = firstInvalidByte(bytes);
  if (at !== -1) {
    const hex = bytes[at].toString(16).toUpperCase().padStart(2, '0');
    throw notText(name, `byte 0x${hex} at offset ${at} is not UTF-8 text`, lineOf(bytes, at));
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return strFromU8(hasMark ? bytes.subarray(3) : bytes);
}

/** The first bytes of files that people take for tables. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a ZIP archive or an Excel workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a gzip archive', [0x1f, 0x8b]],
];

function refuseOtherFormats(bytes: Uint8Array, name: string): void {
  const found = signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (!found) return;
  throw new StudioError('invalid-dataset', `"${name}" is ${found[0]}, not a table of text.`, {
    hint: 'Choose a CSV file: rows of text with a header.',
  });
}

function notText(name: string, reason: string, line?: number): StudioError {
  return new StudioError('invalid-dataset', `"${name}" must be UTF-8 text: ${reason}.`, {
    where: line === undefined ? null : `line ${line}`,
    hint: 'Save the file as UTF-8. Excel in Korean writes CP949 unless "CSV UTF-8" is chosen.',
  });
}

/** Offset of the first byte that no UTF-8 text holds there, NUL among them; -1 when all is well. */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte !== 0 && byte < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/**
 * Length of the multi-byte sequence at `at`, 0 when it is none (table 3-7 of the Unicode standard).
 */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (bytes[at + 1] < lowest || bytes[at + 1] > highest) return 0;
  for (let next = at + 2; next < at + length; next++) {
    if (bytes[next] < 0x80 || bytes[next] > 0xbf) return 0;
  }
  return length;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line += 1;
  return line;
}

import { StudioError } from '../../contract/StudioError.ts';

/** The first bytes of files that people take for tables. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a ZIP archive or an Excel workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a gzip archive', [0x1f, 0x8b]],
];

/**
 * What a server answers in the place of a file, and what other programs write; of ASCII in any
 * case.
 */
const beginnings: readonly (readonly [string, RegExp])[] = [
  ['a web page', /^\s*<(!doctype html|html)/i],
  ['an XML document', /^\s*<\?xml/i],
];

/**
 * A picture or a workbook is no table of text. Throws StudioError `invalid-dataset`; `name` is the
 * file's, for the message.
 */
export function refuseOtherFormats(bytes: Uint8Array, name: string): void {
  const text = String.fromCharCode(...bytes.subarray(0, 16));
  const found =
    signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte)) ??
    beginnings.find(([, start]) => start.test(text));
  if (!found) return;
  const [what] = found;
  const hint = what.endsWith('image')
    ? 'Images are imported as a folder, or a ZIP, with one folder for each class.'
    : 'Choose a CSV file: rows of text with a header.';
  throw refusal(name, what, hint);
}

/** For CSV alone: the quotation marks of JSON would be called misplaced. */
export function refuseJson(bytes: Uint8Array, name: string): void {
  const text = String.fromCharCode(...bytes.subarray(0, 16));
  if (!/^\s*(\[\s*)?\{\s*"/.test(text)) return;
  throw refusal(name, 'JSON', 'Choose the format JSON Lines, with one object in each line.');
}

function refusal(name: string, what: string, hint: string): StudioError {
  return new StudioError('invalid-dataset', `"${name}" is ${what}, not a table of text.`, { hint });
}

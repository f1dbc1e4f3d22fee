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
 * A picture or a workbook is no table of text. Throws StudioError `invalid-dataset`; `name` is the
 * file's, for the message.
 */
export function refuseOtherFormats(bytes: Uint8Array, name: string): void {
  const found = signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (!found) return;
  throw new StudioError('invalid-dataset', `"${name}" is ${found[0]}, not a table of text.`, {
    hint: 'Choose a CSV file: rows of text with a header.',
  });
}

import { StudioError } from '../../contract/StudioError.ts';
import { IMAGES_HINT } from '../imagesHint.ts';
import { knownKind } from '../knownKind.ts';

/**
 * A picture or a workbook is no table of text. Throws StudioError `invalid-dataset`; `name` is the
 * file's, for the message.
 */
export function refuseOtherFormats(bytes: Uint8Array, name: string): void {
  const what = knownKind(bytes);
  if (!what) return;
  const hint = what.includes('image')
    ? IMAGES_HINT
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

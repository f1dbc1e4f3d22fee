/**
 * Refuses a file whose first bytes are not those of what its name, or a person, says it is: before a
 * reader stumbles over something inside it.
 */
import { StudioError } from '../contract/StudioError.ts';
import { hasSignature, type Signature } from './hasSignature.ts';
import { KIND_BYTES, knownKind } from './knownKind.ts';

interface Wanted {
  readonly words: string;
  readonly starts: readonly Signature[];
  readonly hint: string;
}

const wanted = {
  npy: {
    words: 'an NPY array',
    starts: ['\x93NUMPY'],
    hint: 'Save it with numpy.save. An archive of arrays is named .npz, a ZIP of an image folder .zip.',
  },
  npz: { words: 'an NPZ archive', starts: ['PK'], hint: 'Save it with numpy.savez.' },
  zip: { words: 'a ZIP archive', starts: ['PK'], hint: 'Fetch or copy the file again.' },
  parquet: { words: 'a Parquet file', starts: ['PAR1'], hint: 'Fetch or copy the file again.' },
  image: {
    words: 'a PNG, JPEG, WebP, BMP or GIF image',
    starts: ['\x89PNG', '\xff\xd8\xff', 'RIFF....WEBP', 'BM', 'GIF8'],
    hint: 'Remove the file, or save it as PNG.',
  },
} as const satisfies Record<string, Wanted>;

const SHOWN_BYTES = 4;

/** Throws StudioError `invalid-dataset`; `name` is the file's, for the message. */
export function refuseWrongKind(
  bytes: Uint8Array,
  name: string,
  kind: keyof typeof wanted,
  hint: string = wanted[kind].hint,
): void {
  const { words, starts } = wanted[kind];
  if (starts.some((start) => hasSignature(bytes, start))) return;
  const what = knownKind(bytes) ?? (isText(bytes.subarray(0, KIND_BYTES)) ? 'text' : null);
  const shown = [...bytes.subarray(0, SHOWN_BYTES)].map(hexOf).join(' ');
  const message = what
    ? `"${name}" is ${what}, not ${words}.`
    : `"${name}" is not ${words}: it begins with the bytes ${shown}.`;
  throw new StudioError('invalid-dataset', message, { where: name, hint });
}

/** ASCII that can be printed: a person sees more in the word than in its bytes. */
const isText = (start: Uint8Array) =>
  start.length > 0 && start.every((byte) => (byte >= 0x20 && byte < 0x7f) || isSpace(byte));

/** Tab, line feed, carriage return. */
const isSpace = (byte: number) => byte === 0x09 || byte === 0x0a || byte === 0x0d;

const hexOf = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0');

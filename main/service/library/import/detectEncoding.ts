/**
 * Which encoding a text file has: a byte-order mark says it, zero bytes betray UTF-16, and of what is
 * not UTF-8 the code page is guessed.
 *
 * UTF-8 is checked to the end of the file, which costs a second a gigabyte: a guess from the first
 * part would be wrong for every table whose first Korean name stands in row 100,000.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../../../../core/contract/ImportOptions.ts';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { firstInvalidByte } from '../../../../core/data/csv/firstInvalidByte.ts';
import { guessCodePage } from './guessCodePage.ts';
import { type ByteSource, readChunks } from './readChunks.ts';
import { Utf8Lines } from './Utf8Lines.ts';

const LONGEST_SEQUENCE = 4;

export interface FoundEncoding {
  readonly encoding: TextEncoding;
  /** A word of the text, where the encoding is a guess. */
  readonly word?: string;
}

/**
 * `most`: bytes to look at. Throws StudioError `invalid-dataset`, with the line, for a file that
 * begins in UTF-8 and goes on in something else, or the other way round, or has bytes that no code
 * page has.
 */
export async function detectEncoding(
  path: ByteSource,
  name: string,
  most = Number.POSITIVE_INFINITY,
): Promise<FoundEncoding> {
  let rest = new Uint8Array(0);
  let [lines, offset, hasUtf8, isFirst] = [1, 0, false, true];
  for await (const chunk of readChunks(path, most)) {
    if (isFirst) {
      const marked = markedEncoding(chunk);
      if (marked) return { encoding: marked };
    }
    isFirst = false;
    const nul = chunk.indexOf(0);
    if (nul !== -1) throw nulByte(name, offset + nul, lines + countLines(chunk.subarray(0, nul)));
    if (rest.length === 0 && isAscii(chunk)) {
      lines += countLines(chunk);
      offset += chunk.length;
      continue;
    }
    const bytes = Buffer.concat([rest, chunk]);
    const end = wholeCharacters(bytes);
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) {
      const at = firstInvalidByte(whole);
      const line = lines + countLines(whole.subarray(0, at));
      if (hasUtf8 || !isAscii(whole.subarray(0, at))) {
        throw mixed(name, whole[at] ?? 0, offset + at, line);
      }
      return guess(path, name, line, most);
    }
    hasUtf8 ||= !isAscii(whole);
    lines += countLines(whole);
    offset += end;
    rest = new Uint8Array(bytes.subarray(end));
  }
  if (rest.length === 0 || offset + rest.length >= most) return { encoding: 'utf-8' };
  if (!hasUtf8) return guess(path, name, lines, most);
  throw mixed(name, rest[0] ?? 0, offset, lines);
}

async function guess(
  path: ByteSource,
  name: string,
  line: number,
  most: number,
): Promise<FoundEncoding> {
  const utf8Lines = new Utf8Lines(name);
  for await (const chunk of readChunks(path, most)) utf8Lines.push(chunk);
  const guessed = await guessCodePage(readChunks(path, most), most);
  if (guessed) return guessed;
  throw new StudioError(
    'invalid-dataset',
    `"${name}" must be text. Its encoding could not be found by looking.`,
    {
      where: `line ${line}`,
      hint: 'Save the file as UTF-8, or choose its encoding.',
      wayOut: 'choose-encoding',
    },
  );
}

function markedEncoding(bytes: Uint8Array): TextEncoding | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: every other byte of Latin text is zero.
  const head = bytes.subarray(0, 2048 - (bytes.length % 2));
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 5 && even === 0) return 'utf-16le';
  if (even > head.length / 5 && odd === 0) return 'utf-16be';
  return null;
}

/** Up to a character that the chunk may have cut in two. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back < Math.min(LONGEST_SEQUENCE, bytes.length + 1); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

export function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

export function nulByte(name: string, offset: number, line: number): StudioError {
  return new StudioError(
    'invalid-dataset',
    `"${name}" must be text: byte 0x00 at offset ${offset} stands in no text.`,
    { where: `line ${line}`, hint: 'The file may be damaged, or no text at all.' },
  );
}

function mixed(name: string, byte: number, offset: number, line: number): StudioError {
  const hex = byte.toString(16).toUpperCase().padStart(2, '0');
  return new StudioError(
    'invalid-dataset',
    `"${name}" must be text in one encoding: byte 0x${hex} at offset ${offset} is not UTF-8 text.`,
    {
      where: `line ${line}`,
      hint: 'Save the file as UTF-8, or choose its encoding.',
      wayOut: 'choose-encoding',
    },
  );
}

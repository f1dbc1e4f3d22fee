/**
 * The names of a ZIP archive's entries as letters. An entry may say that its name is UTF-8; of the
 * others the format says CP437, and what writes them says nothing: macOS writes UTF-8, Korean Windows
 * CP949. So those are judged together: UTF-8 where all of them are, else CP949 where that makes Korean
 * of them, else CP437.
 *
 * In UTF-8 and CP949 no byte of a letter is a `.`, `/` or `\`: paths stay what they are.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import yauzl, { type Entry } from 'yauzl';
import { guessCodePage } from './guessCodePage.ts';

/** Of the general purpose bits: the name is UTF-8. */
const SAYS_UTF8 = 0x800;
/** Info-ZIP's field with the name in UTF-8, which yauzl follows. */
const UNICODE_PATH = 0x7075;

export interface DecodedNames {
  /** In the order of the entries, with slashes. */
  readonly names: readonly string[];
  readonly warnings: readonly string[];
}

/** Throws Error for a name that leaves the archive. */
export async function decodeZipNames(entries: readonly Entry[]): Promise<DecodedNames> {
  const unsaid = entries.filter((entry) => !isSaid(entry) && !isAscii(entry.fileNameRaw));
  if (unsaid.length === 0) return { names: entries.map((entry) => entry.fileName), warnings: [] };
  const encoding = await findEncoding(unsaid.map(({ fileNameRaw }) => fileNameRaw));
  const guessed = new Set(unsaid);
  const names = entries.map((entry) => {
    if (!guessed.has(entry)) return entry.fileName;
    const name = iconv.decode(entry.fileNameRaw, encoding).replaceAll('\\', '/');
    const fault = yauzl.validateFileName(name);
    if (fault !== null) throw new Error(fault);
    return name;
  });
  if (encoding === 'utf-8') return { names, warnings: [] };
  const word = names[entries.findIndex((entry) => guessed.has(entry))] ?? '';
  return {
    names,
    warnings: [
      `The encoding of the names in the archive was guessed: read as ${encoding.toUpperCase()}, there are names such as "${word}".`,
    ],
  };
}

const isSaid = ({ generalPurposeBitFlag, extraFields }: Entry): boolean =>
  (generalPurposeBitFlag & SAYS_UTF8) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);

async function findEncoding(names: readonly Uint8Array[]): Promise<'utf-8' | 'cp949' | 'cp437'> {
  if (names.every((name) => isUtf8(name))) return 'utf-8';
  const text = Buffer.concat(names.flatMap((name) => [name, Buffer.from('\n')]));
  const found = await guessCodePage([text], Number.POSITIVE_INFINITY);
  return found?.encoding === 'cp949' ? 'cp949' : 'cp437';
}

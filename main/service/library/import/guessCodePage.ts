/**
 * Which code page a text has that is not UTF-8: CP949 of Korean Windows, or Windows-1252 of Western
 * European Windows.
 *
 * Most bytes are text in both: `Größe` is `Gr秤e` in CP949, and `25°C` is `25캜`. So CP949 must read
 * every byte and make something Korean of them: words in Hangul, words in hanja, or the units of
 * measure that are one letter there. What it does not is Windows-1252, where that has all the bytes.
 */
import iconv from 'iconv-lite';

export interface GuessedCodePage {
  readonly encoding: 'cp949' | 'windows-1252';
  /** The first word that is not ASCII, by which a person can tell whether the guess is right. */
  readonly word: string;
}

/** What the decoder writes in place of bytes that it does not know. */
const REPLACEMENT = '\ufffd';
const LONGEST_HALF = 16;

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** `most`: bytes that there are to look at. Null where neither code page has all the bytes. */
export async function guessCodePage(chunks: Chunks, most: number): Promise<GuessedCodePage | null> {
  const korean = new Reading('cp949');
  const western = new Reading('windows-1252');
  let isKorean = false;
  /** A run of letters that the chunk cuts, and the letter before: only what follows judges it. */
  let cut = '';
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    const bytes = Buffer.from(chunk);
    const text = korean.read(bytes);
    if (text !== null && !isKorean) {
      const joined = cut + text;
      const end = lastRunStart(joined);
      isKorean = holdsKorean(joined.slice(0, end));
      cut = joined.slice(Math.max(0, end - 1));
    }
    western.read(bytes);
    if (korean.word === null && western.word === null) return null;
  }
  // A letter that the last looked-at byte cuts in two is whole in the file.
  if (size < most) korean.end();
  isKorean ||= holdsKorean(cut);
  const { word } = korean;
  if (isKorean && word !== null) return { encoding: 'cp949', word };
  return western.word === null ? null : { encoding: 'windows-1252', word: western.word };
}

/** A text in one encoding, for as long as all its bytes are known there. */
class Reading {
  /** Empty until there is one; null once a byte is not known. */
  word: string | null = '';
  readonly #decoder: ReturnType<typeof iconv.getDecoder>;

  constructor(encoding: GuessedCodePage['encoding']) {
    this.#decoder = iconv.getDecoder(encoding);
  }

  /** Null once a byte is not known. */
  read(bytes: Buffer): string | null {
    if (this.word === null) return null;
    const text = this.#decoder.write(bytes);
    if (text.includes(REPLACEMENT)) this.word = null;
    else this.word ||= firstWord(text);
    return this.word === null ? null : text;
  }

  end(): void {
    if (this.#decoder.end()?.includes(REPLACEMENT)) this.word = null;
  }
}

/** Empty where all is ASCII. */
function firstWord(text: string): string {
  const at = text.search(/\P{ASCII}/u);
  if (at === -1) return '';
  const [before = ''] =
    /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, at - LONGEST_HALF), at)) ?? [];
  const [after = ''] = /^.[\p{L}\p{N}]*/u.exec(text.slice(at, at + LONGEST_HALF)) ?? [];
  return before + after;
}

/** Where the letters begin that the text ends with and that are not ASCII. */
function lastRunStart(text: string): number {
  let start = text.length;
  while (start > 0 && text.charCodeAt(start - 1) > 0x7f) start -= 1;
  return start;
}

/** ℃, ℉, ℓ, Ω and the other units, but for ㎣: those are the bytes of `§§`. */
const UNIT = /(?<=[(\d\s])[\u2103\u2109\u2113\u2126\u3380-\u33a2\u33a4-\u33dd](?![a-zA-Z])/;

function holdsKorean(text: string): boolean {
  return UNIT.test(text) || holdsHanja(text) || holdsHangul(text);
}

/**
 * Two or more together, with no Latin letter beside. Not where Windows-1252 makes letters of them, in
 * small or after capitals, as of the two that `äöüß` is: hanja give such seldom.
 */
function holdsHanja(text: string): boolean {
  const runs = /(?<![a-z\p{Script=Han}])\p{Script=Han}{2,}(?![a-z\p{Script=Han}])/giu;
  for (const [run] of text.matchAll(runs)) {
    const western = iconv.decode(iconv.encode(run, 'cp949'), 'windows-1252');
    if (!/^\p{Lu}*\p{Ll}*$/u.test(western)) return true;
  }
  return false;
}

/** The second byte of what KS X 1001 has; CP949 adds rare syllables with others to it. */
const FIRST_STANDARD = 0xa1;

/**
 * Two syllables together, or one that no Latin letter follows: `AÇÃO` holds one that is none. Those
 * that CP949 adds to the standard are passed over: they are rare, and `°C` and `§ 1` are such.
 */
function holdsHangul(text: string): boolean {
  for (const { 0: run, index } of text.matchAll(/[\uac00-\ud7a3\u3131-\u318e]+/g)) {
    const syllables = [...run].filter(
      (one) => (iconv.encode(one, 'cp949')[1] ?? 0) >= FIRST_STANDARD,
    );
    if (syllables.length > 1) return true;
    if (syllables.length === 1 && !/[a-z]/i.test(text[index + run.length] ?? '')) return true;
  }
  return false;
}

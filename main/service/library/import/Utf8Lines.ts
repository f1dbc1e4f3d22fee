/**
 * Finds Korean lines of UTF-8 in a text that is read in another encoding, as a file has them to which
 * a program of its own encoding has added rows: `붓꽃1` is `遺볤퐙1` in CP949, a class nobody wrote.
 *
 * The bytes of a line of Korean words in CP949 are hardly ever UTF-8, and where they are, hanja and
 * syllables of KS X 1001 stand there: what reads as anything else is UTF-8.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { countLines } from './detectEncoding.ts';

const LF = 0x0a;
/** A line that goes on for longer is looked at in parts, which are no UTF-8 where they are cut. */
const LONGEST_LINE = 2 ** 20;
const LONGEST_WORD = 16;
const HANGUL = /[\uac00-\ud7a3]/;
const WORD = /[\p{L}\p{N}]*[\uac00-\ud7a3][\p{L}\p{N}]*/u;

export class Utf8Lines {
  readonly #name: string;
  #line = 1;
  #rest: Uint8Array = new Uint8Array(0);

  /** `name` is the file's, for messages. */
  constructor(name: string) {
    this.#name = name;
  }

  /** Throws StudioError `invalid-dataset` at the first such line. */
  push(chunk: Uint8Array): void {
    if (this.#rest.length === 0 && isAscii(chunk)) {
      this.#line += countLines(chunk);
      this.#rest = chunk.slice(chunk.lastIndexOf(LF) + 1);
      return;
    }
    const bytes = Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
      this.#look(bytes.subarray(start, end));
      this.#line += 1;
      start = end + 1;
    }
    const rest = bytes.subarray(start);
    this.#rest = rest.length > LONGEST_LINE ? new Uint8Array(0) : rest.slice();
  }

  /** Looks at the last line, which need not have an end. */
  end(): void {
    this.#look(this.#rest);
  }

  #look(line: Uint8Array): void {
    if (isAscii(line) || !isUtf8(line)) return;
    const text = Buffer.from(line).toString('utf8');
    if (!HANGUL.test(text) || isKorean(line)) return;
    const word = (WORD.exec(text)?.[0] ?? text).slice(0, LONGEST_WORD);
    throw new StudioError(
      'invalid-dataset',
      `"${this.#name}" must be text in one encoding: "${word}" in line ${this.#line} is UTF-8, and other lines are not.`,
      { where: `line ${this.#line}`, hint: 'Save the whole file as UTF-8.' },
    );
  }
}

/** Whether CP949 makes nothing but syllables and hanja of KS X 1001 of what is not ASCII. */
function isKorean(line: Uint8Array): boolean {
  const letters = iconv.decode(Buffer.from(line), 'cp949').match(/\P{ASCII}/gu) ?? [];
  return letters.every((letter) => {
    const [lead = 0, trail = 0] = iconv.encode(letter, 'cp949');
    return lead >= 0xb0 && trail >= 0xa1;
  });
}

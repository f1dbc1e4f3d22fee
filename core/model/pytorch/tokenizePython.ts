/**
 * Python source text as tokens: the small part of the language that an expression of calls and
 * literals needs.
 *
 * Blanks, line ends, line continuations and comments separate tokens and are dropped: inside the
 * brackets of a call they mean nothing.
 */
import { quote, type TextPlace, textError } from './textError.ts';

export interface PythonToken {
  readonly kind: 'name' | 'number' | 'string' | 'symbol' | 'end';
  /** As written; of a string what stands between the quotes. */
  readonly text: string;
  readonly place: TextPlace;
}

/** A network of a thousand layers with a comment each is a tenth of it. */
const MOST_CHARACTERS = 1_000_000;

const patterns = [
  ['skipped', /(?:[^\S\n]|\\\r?\n|#[^\n]*)+/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['number', /(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?/uy],
  ['string', /'[^'\\\n]*'|"[^"\\\n]*"/uy],
  ['symbol', /[()[\],=.:*+-]/uy],
] as const;

/** The last token is of kind `end`. Throws StudioError `invalid-model` with line and column. */
export function tokenizePython(text: string): PythonToken[] {
  const tokens: PythonToken[] = [];
  let place = { line: 1, column: 1 };
  if (text.length > MOST_CHARACTERS) {
    throw textError(place, `The text must have at most ${MOST_CHARACTERS} characters.`);
  }
  for (let offset = text.startsWith('\ufeff') ? 1 : 0; offset < text.length; ) {
    if (text[offset] === '\n') {
      place = { line: place.line + 1, column: 1 };
      offset += 1;
      continue;
    }
    const [kind, matched] = matchAt(text, offset, place);
    if (kind !== 'skipped') {
      tokens.push({ kind, text: kind === 'string' ? matched.slice(1, -1) : matched, place });
    }
    offset += matched.length;
    place = behind(place, matched);
  }
  tokens.push({ kind: 'end', text: '', place });
  return tokens;
}

function matchAt(text: string, offset: number, place: TextPlace) {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = offset;
    const matched = pattern.exec(text)?.[0];
    if (matched) return [kind, matched] as const;
  }
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const reason = /['"]/.test(character) ? 'This text has no end.' : 'It means nothing here.';
  throw textError(place, `Unexpected ${quote(character)}. ${reason}`);
}

/** Only a continued line holds line ends. */
function behind({ line, column }: TextPlace, matched: string): TextPlace {
  const lines = matched.split('\n');
  return lines.length === 1
    ? { line, column: column + matched.length }
    : { line: line + lines.length - 1, column: 1 + lines[lines.length - 1].length };
}

/**
 * Cuts a text into words, punctuation, symbols and the blanks between them, so that the pieces laid
 * side by side are the text again.
 *
 * A word is a run of letters, marks, numbers and `_` with an apostrophe between letters (`don't`) or
 * a point or comma between digits (`3.14`) inside. Korean particles stay with their words, since
 * Korean puts blanks around both together. What is unseen inside a word belongs to it.
 */
import { characterClass } from './characterClass.ts';
import { clusterEnd, unitsOf } from './clusterEnd.ts';

export interface Piece {
  readonly kind: 'word' | 'punctuation' | 'symbol' | 'blank';
  /** Of the text, in UTF-16 code units; `end` is behind the piece. */
  readonly start: number;
  readonly end: number;
}

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    const piece = pieceAt(text, start);
    pieces.push(piece);
    start = piece.end;
  }
  return pieces;
}

function pieceAt(text: string, start: number): Piece {
  const kind = characterClass(text.codePointAt(start) ?? 0);
  switch (kind) {
    case 'word':
      return { kind, start, end: wordEnd(text, start) };
    case 'punctuation':
    case 'symbol':
      return { kind, start, end: clusterEnd(text, start) };
    case 'blank':
    case 'ignorable':
      return { kind: 'blank', start, end: blankEnd(text, start) };
    default:
      return kind satisfies never;
  }
}

function blankEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isUnseen(text, end)) end += unitsOf(text.codePointAt(end) ?? 0);
  return end;
}

function isUnseen(text: string, at: number): boolean {
  const kind = characterClass(text.codePointAt(at) ?? 0);
  return kind === 'blank' || kind === 'ignorable';
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const codePoint = text.codePointAt(end) ?? 0;
    const kind = characterClass(codePoint);
    if (kind !== 'word' && kind !== 'ignorable' && !isInside(text, end)) break;
    end += unitsOf(codePoint);
  }
  return end;
}

/** Whether the apostrophe, point or comma at that place stands inside a word. */
function isInside(text: string, at: number): boolean {
  const sign = text[at];
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (sign === "'" || sign === '’') return LETTER.test(before) && LETTER.test(after);
  return (sign === '.' || sign === ',') && DIGIT.test(before) && DIGIT.test(after);
}

const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

/** The characters of a text as people see them; what several tokenizers start from. */
import { clusterEnd } from '../scan/clusterEnd.ts';
import { normalizeToken } from '../scan/normalizeToken.ts';
import { type Piece, piecesOf } from '../scan/piecesOf.ts';
import type { Token } from './TokenizerDefinition.ts';

export interface CharacterOptions {
  readonly lowercase: boolean;
  /** `drop` or `separate`. */
  readonly punctuation: string;
  /** Whether a run of blanks between other characters is the token ` `. */
  readonly blanks: boolean;
}

export function charactersOf(text: string, options: CharacterOptions): Token[] {
  const { lowercase, punctuation, blanks } = options;
  const tokens: Token[] = [];
  let blank: Piece | null = null;
  for (const piece of piecesOf(text)) {
    if (piece.kind === 'punctuation' && punctuation === 'drop') continue;
    if (piece.kind === 'blank') {
      blank ??= piece;
      continue;
    }
    if (blank && blanks && tokens.length > 0) {
      tokens.push({ text: ' ', start: blank.start, end: blank.end });
    }
    blank = null;
    for (let start = piece.start; start < piece.end; ) {
      const end = Math.min(clusterEnd(text, start), piece.end);
      tokens.push({ text: normalizeToken(text.slice(start, end), lowercase), start, end });
      start = end;
    }
  }
  return tokens;
}

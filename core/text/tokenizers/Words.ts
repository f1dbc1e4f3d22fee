import { normalizeToken } from '../scan/normalizeToken.ts';
import { type Piece, piecesOf } from '../scan/piecesOf.ts';
import type { Token, TokenizerDefinition } from './TokenizerDefinition.ts';
import { lowercaseOption, punctuationOption } from './tokenizerOptions.ts';

type WordsOptions = { lowercase: boolean; punctuation: string };

/**
 * A token for each word: 나는 학교에 간다. → 나는, 학교에, 간다.
 *
 * Korean particles stay with their words (학교에, 학교를 are two); `don't`, `3.14` and `_____` are
 * one token each; each emoji is one, whatever becomes of punctuation. With `attach` words are cut at
 * blanks alone.
 */
export const Words: TokenizerDefinition<WordsOptions> = {
  descriptor: {
    type: 'Words',
    family: 'tokenizer',
    summary: {
      en: 'A token for each word. Korean particles stay with their words.',
      ko: '단어마다 토큰 하나입니다. 조사는 앞말에 붙어 있습니다.',
    },
    equation: '나는 학교에 간다. → 나는 | 학교에 | 간다',
    options: [lowercaseOption, punctuationOption('drop', ['drop', 'separate', 'attach'])],
  },
  separator: ' ',

  tokenize(text, { lowercase, punctuation }) {
    const pieces = punctuation === 'attach' ? runsOf(piecesOf(text)) : piecesOf(text);
    const tokens: Token[] = [];
    for (const { kind, start, end } of pieces) {
      if (kind === 'blank' || (kind === 'punctuation' && punctuation === 'drop')) continue;
      tokens.push({ text: normalizeToken(text.slice(start, end), lowercase), start, end });
    }
    return tokens;
  },
};

/** What stands between two blanks is one piece. */
function runsOf(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (piece.kind === 'blank' || !last || last.kind === 'blank') {
      runs.push(piece.kind === 'blank' ? piece : { ...piece, kind: 'word' });
    } else {
      runs[runs.length - 1] = { ...last, end: piece.end };
    }
  }
  return runs;
}

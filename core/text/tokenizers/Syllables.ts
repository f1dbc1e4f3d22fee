import { clusterEnd, isHangul } from '../scan/clusterEnd.ts';
import { normalizeToken } from '../scan/normalizeToken.ts';
import { type Piece, piecesOf } from '../scan/piecesOf.ts';
import type { Token, TokenizerDefinition } from './TokenizerDefinition.ts';
import { lowercaseOption, punctuationOption } from './tokenizerOptions.ts';

type SyllablesOptions = { lowercase: boolean; punctuation: string };

/**
 * A token for each Hangul syllable; what is between them in other scripts stays whole: AI를 배운다
 * → ai, 를, 배, 운, 다.
 *
 * So 학교에 and 학교를 share 학 and 교, and the vocabulary stays small, for 11,172 syllables are all
 * there are.
 */
export const Syllables: TokenizerDefinition<SyllablesOptions> = {
  descriptor: {
    type: 'Syllables',
    family: 'tokenizer',
    summary: {
      en: 'A token for each Hangul syllable; words of other scripts stay whole.',
      ko: '한글은 음절마다 토큰 하나이고, 다른 문자의 단어는 통째로 둡니다.',
    },
    equation: 'AI를 배운다 → ai | 를 | 배 | 운 | 다',
    options: [lowercaseOption, punctuationOption('drop')],
  },
  separator: ' ',

  tokenize(text, { lowercase, punctuation }) {
    const tokens: Token[] = [];
    for (const piece of piecesOf(text)) {
      if (piece.kind === 'blank') continue;
      if (piece.kind === 'punctuation' && punctuation === 'drop') continue;
      for (const [start, end] of partsOf(text, piece)) {
        tokens.push({ text: normalizeToken(text.slice(start, end), lowercase), start, end });
      }
    }
    return tokens;
  },
};

/** [start, end) of each Hangul syllable, and of each run of other characters. */
function partsOf(text: string, { start: from, end: to }: Piece): [number, number][] {
  const parts: [number, number][] = [];
  let isOther = false;
  for (let start = from; start < to; ) {
    const end = Math.min(clusterEnd(text, start), to);
    const wasOther = isOther;
    isOther = !isHangul(text.codePointAt(start) ?? 0);
    if (isOther && wasOther) parts[parts.length - 1][1] = end;
    else parts.push([start, end]);
    start = end;
  }
  return parts;
}

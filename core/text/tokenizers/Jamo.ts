import { isHangul } from '../scan/clusterEnd.ts';
import { charactersOf } from './charactersOf.ts';
import type { TokenizerDefinition } from './TokenizerDefinition.ts';
import { blanksOption, lowercaseOption, punctuationOption } from './tokenizerOptions.ts';

type JamoOptions = { lowercase: boolean; punctuation: string; blanks: boolean };

/**
 * A token for each jamo: 학 → ᄒ, ᅡ, ᆨ (Unicode's canonical decomposition, NFD). Other characters are
 * a token each.
 *
 * An initial ᄀ and a final ᆨ are two tokens, as in Unicode. Jamo that stand alone as in ㅋㅋㅋ are
 * compatibility jamo, which NFD leaves as they are. All jamo of a syllable share its place.
 */
export const Jamo: TokenizerDefinition<JamoOptions> = {
  descriptor: {
    type: 'Jamo',
    family: 'tokenizer',
    summary: {
      en: 'A token for each jamo, the letters that Hangul syllables are made of.',
      ko: '한글 음절을 이루는 첫소리, 가운뎃소리, 끝소리마다 토큰 하나입니다.',
    },
    equation: '학교 → ㅎ | ㅏ | ㄱ | ㄱ | ㅛ',
    options: [lowercaseOption, punctuationOption('separate'), blanksOption],
  },
  separator: '',

  tokenize: (text, options) =>
    charactersOf(text, options).flatMap((token) => {
      if (!isHangul(token.text.codePointAt(0) ?? 0)) return [token];
      return [...token.text.normalize('NFD')].map((jamo) => ({ ...token, text: jamo }));
    }),
};

import { charactersOf } from './charactersOf.ts';
import type { TokenizerDefinition } from './TokenizerDefinition.ts';
import { blanksOption, lowercaseOption, punctuationOption } from './tokenizerOptions.ts';

type CharactersOptions = { lowercase: boolean; punctuation: string; blanks: boolean };

/**
 * A token for each character as people see it: a letter with its marks, a Hangul syllable however it
 * is written, an emoji of several code points.
 *
 * Blanks at both ends of a text are left out; a run of them inside is the token ` `.
 */
export const Characters: TokenizerDefinition<CharactersOptions> = {
  descriptor: {
    type: 'Characters',
    family: 'tokenizer',
    summary: {
      en: 'A token for each character, so that parts of words count too.',
      ko: '글자마다 토큰 하나로, 단어의 일부분도 볼 수 있습니다.',
    },
    equation: '학교에 간다 → 학 | 교 | 에 | ␣ | 간 | 다',
    options: [lowercaseOption, punctuationOption('separate'), blanksOption],
  },
  separator: '',
  tokenize: (text, options) => charactersOf(text, options),
};

/** Options that several tokenizers share. */
import type { OptionDescriptor } from '../../contract/Catalog.ts';

export const lowercaseOption: OptionDescriptor = {
  name: 'lowercase',
  kind: 'boolean',
  default: true,
  label: { en: 'Lower case', ko: '소문자로 통일' },
  help: {
    en: 'Good and good become one token. Korean has no cases and stays as it is.',
    ko: 'Good과 good을 같은 토큰으로 봅니다. 한글에는 대소문자가 없어 그대로입니다.',
  },
};

/** `separate` or `drop`, and for words `attach`. */
export function punctuationOption(
  defaultValue: string,
  choices: readonly string[] = ['drop', 'separate'],
): OptionDescriptor {
  const attach = choices.includes('attach');
  return {
    name: 'punctuation',
    kind: 'choice',
    default: defaultValue,
    choices: [...choices],
    label: { en: 'Punctuation', ko: '문장 부호' },
    help: {
      en: `drop: left out. separate: each sign is a token of its own.${attach ? ' attach: stays with its word, cut at blanks alone.' : ''}`,
      ko: `drop: 없앱니다. separate: 부호 하나하나가 토큰입니다.${attach ? ' attach: 단어에 붙여 두고 빈칸에서만 나눕니다.' : ''}`,
    },
  };
}

export const blanksOption: OptionDescriptor = {
  name: 'blanks',
  kind: 'boolean',
  default: true,
  label: { en: 'Blanks', ko: '빈칸 포함' },
  help: {
    en: 'A run of blanks between other characters is one token, so that borders of words are seen.',
    ko: '글자 사이에 이어진 빈칸을 토큰 하나로 두어 단어의 경계가 드러나게 합니다.',
  },
};

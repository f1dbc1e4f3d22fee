import { expect, test } from 'vitest';
import { readableJamo } from './readableJamo.ts';
import { prepareTokenizer } from './tokenizers/prepareTokenizer.ts';

test('jamo of a syllable are letters that a font has, whatever their place in it', () => {
  const { tokenize } = prepareTokenizer({ type: 'Jamo', options: {} }, '');
  const shown = tokenize('학교 값 뷁 ㅋ a').map(({ text }) => readableJamo(text));
  expect(shown.join('')).toBe('ㅎㅏㄱㄱㅛ ㄱㅏㅄ ㅂㅞㄺ ㅋ a');
});

test('what people can read stays: syllables, marks, words; jamo that belong together join', () => {
  expect(['학교', 'école', 'ㅋㅋ', ''].map(readableJamo)).toEqual(['학교', 'école', 'ㅋㅋ', '']);
  expect(readableJamo('\u1112\u1161')).toBe('하');
  expect(readableJamo('\u1161\u11a8')).toBe('ㅏㄱ');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageOf, textOf, withParts, wordsOf } from './Passage.ts';

test.each([
  ['나는 학교에 가는 것을 좋아한다 .', ['나는', '학교에', '가는', '것을', '좋아한다']],
  ['"Well-known," she said: don\'t!', ['Well-known', 'she', 'said', "don't"]],
  ['see https://a.bc/d?e=1.', ['see', 'https://a.bc/d?e=1']],
  ['좋아요😀 (정말) ...', ['좋아요😀', '정말']],
  ['', []],
  [' \n!? ', []],
])('the words of %j are %j', (text, words) => {
  expect(wordsOf(passageOf(text))).toEqual(words);
});

test('a passage is its text', () => {
  const part = fc.constantFrom('학교에', 'a-b', "don't", '.', '"', ' ', '\n', '\u200b', '😀', 'é');
  const text = fc.oneof(
    fc.array(part).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (one) => {
      expect(textOf(passageOf(one))).toBe(one);
    }),
  );
});

test.each([
  ['a b c', 0, 'b c'],
  ['a b c', 1, 'a c'],
  ['a b c', 2, 'a b'],
  ['  a b', 0, '  b'],
  ['a, b', 0, ', b'],
])('%j closes up behind part %i: %j', (text, place, expected) => {
  const gap = { text: '', kind: 'gap', status: 'deleted', was: 'x' } as const;
  expect(textOf(withParts(passageOf(text), new Map([[place, gap]])))).toBe(expected);
});

import { expect, test } from 'vitest';
import { replaceStem } from './replaceStem.ts';

test.each([
  ['학교', '학교', '학원', '학원'],
  ['학교에', '학교', '학원', '학원에'],
  ['학교는', '학교', '학원', '학원은'],
  ['학교로', '학교', '학원', '학원으로'],
  ['학교로', '학교', '교실', '교실로'],
  ['학원으로부터는', '학원', '학교', '학교로부터는'],
  ['영화를', '영화', '연극', '연극을'],
  ['영화에서는', '영화', '연극', '연극에서는'],
  ['영화들이', '영화', '연극', '연극들이'],
  ['영화와', '영화', '연극', '연극과'],
  ['영화만을', '영화', '필름', '필름만을'],
  ['영화를', '영화', 'film', 'film를'],
  ['good', 'good', 'great', 'great'],
])('%s with %s → %s is %s', (word, stem, replacement, expected) => {
  expect(replaceStem(word, stem, replacement)).toBe(expected);
});

test.each([
  ['가는', '가', '오', 'one syllable may be any part of a word'],
  ['학교은', '학교', '학원', 'the particle does not fit'],
  ['학교장', '학교', '학원', 'another noun'],
  ['goods', 'good', 'great', 'no Korean noun'],
  ['학원', '학교', '집', 'another word'],
])('%s is not %s and particles (%s): %s', (word, stem, replacement) => {
  expect(replaceStem(word, stem, replacement)).toBeNull();
});

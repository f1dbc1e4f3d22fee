import { expect, test } from 'vitest';
import { tinyTexts } from '../testing/tinyDatasets.ts';
import { eachText } from './Texts.ts';
import { textsOf } from './textsOf.ts';

test('texts of a dataset, all or some', () => {
  const dataset = tinyTexts(4);
  const all = ['I like it', '나는 좋아한다', '', 'not at all 👎'];
  expect([...eachText(textsOf(dataset))]).toEqual(all);
  const some = textsOf(dataset, Int32Array.of(3, 0));
  expect([...eachText(some)]).toEqual(['not at all 👎', 'I like it']);
  expect(some.at(2)).toBeUndefined();
  expect(textsOf(dataset).at(4)).toBeUndefined();
});

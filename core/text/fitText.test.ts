import { expect, test } from 'vitest';
import type { Options } from '../contract/ModelSpec.ts';
import { caughtError } from '../data/testing/caughtError.ts';
import { createTextWriter } from './createTextWriter.ts';
import { FittedText } from './FittedText.ts';
import { fitText } from './fitText.ts';

const spec = (vectorizer: string, options: Options = {}, tokenizer = 'Words') => ({
  tokenizer: { type: tokenizer, options: {} },
  vectorizer: { type: vectorizer, options },
});

const TEXTS = ['나는 학교에 간다', '나는 집에 간다', '너는 간다'];

function encode(fitted: FittedText, text: string): number[] {
  const writer = createTextWriter(fitted);
  const size = writer.shape.reduce((a, b) => a * b);
  // Filled with what must be overwritten, and framed by what must not.
  const out = new Float32Array(size + 2).fill(9);
  writer.write(text, out, 1);
  expect([out[0], out[size + 1]]).toEqual([9, 9]);
  return [...out.subarray(1, size + 1)];
}

test('what is fitted is plain data that survives JSON', () => {
  const fitted = fitText(TEXTS, spec('TfIdf', { minimumCount: 1 }));
  expect(FittedText.parse(JSON.parse(JSON.stringify(fitted)))).toEqual(fitted);
  expect(fitted.terms).toEqual(['간다', '나는', '너는', '집에', '학교에']);
  expect(fitted.weights[0]).toBe(1);
  expect(fitted.weights[1]).toBeCloseTo(Math.log(4 / 3) + 1, 12);
  expect(fitted.tokenizer.options).toEqual({ lowercase: true, punctuation: 'drop' });
});

test('token numbers: 0 pads, 1 is unknown, the most frequent token is 2', () => {
  const fitted = fitText(TEXTS, spec('TokenIds', { length: 4 }));
  expect(fitted.terms).toEqual(['간다', '나는']);
  expect(createTextWriter(fitted).numEmbeddings).toBe(4);
  expect(encode(fitted, '나는 극장에 간다')).toEqual([3, 1, 2, 0]);
  expect(encode(fitted, '나는 나는 나는 나는 간다')).toEqual([3, 3, 3, 3]);
  expect(encode(fitted, '나는 _____ 간다')).toEqual([3, 1, 2, 0]);
  expect(encode(fitted, '')).toEqual([0, 0, 0, 0]);
});

test('bag of words is blind to order, bigrams are not', () => {
  const words = fitText(TEXTS, spec('BagOfWords', { minimumCount: 1 }));
  expect(encode(words, '간다 나는 간다')).toEqual([2, 1, 0, 0, 0]);
  expect(createTextWriter(words).numEmbeddings).toBeNull();
  const pairs = fitText(['a b c', 'c b a'], spec('BagOfWords', { minimumCount: 1, ngramMax: 2 }));
  expect(encode(pairs, 'a b c')).not.toEqual(encode(pairs, 'c b a'));
});

test('terms of characters have nothing between them', () => {
  const options = { minimumCount: 1, ngramMin: 2, ngramMax: 2 };
  expect(fitText(['학교에 간다'], spec('BagOfWords', options, 'Characters')).terms).toEqual([
    ...[' 간', '간다', '교에', '에 ', '학교'],
  ]);
});

test.each([
  [
    spec('BagOfWords', { minimumCount: 9 }),
    'BagOfWords found no term that occurs 9 times in 3 texts of the training split.',
    'here.vectorizer.options.minimumCount',
  ],
  [
    spec('TfIdf', { ngramMin: 3, ngramMax: 2 }),
    'TfIdf ngramMin must not be above ngramMax 2. Received 3.',
    'here.vectorizer.options.ngramMin',
  ],
  [
    spec('TokenIds', { length: 0 }),
    'TokenIds length must be an integer in [1, 65536]. Received 0.',
    'here.vectorizer.options.length',
  ],
  [spec('Bag'), 'There is no vectorizer "Bag".', 'here.vectorizer'],
  [spec('TfIdf', {}, 'Bytes'), 'There is no tokenizer "Bytes".', 'here.tokenizer'],
])('%j is refused', (wrong, message, where) => {
  expect(caughtError(() => fitText(TEXTS, wrong, 'here'))).toMatchObject({ message, where });
});

test('texts without a token are told apart from rare terms', () => {
  const error = caughtError(() => fitText(['', ' ...'], spec('BagOfWords')));
  expect(error).toMatchObject({ message: 'BagOfWords found no term in 2 texts.' });
});

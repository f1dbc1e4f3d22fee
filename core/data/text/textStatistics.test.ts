/** Lengths and vocabulary of texts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareTokenizer } from '../../text/tokenizers/prepareTokenizer.ts';
import { summarizeLengths } from './summarizeLengths.ts';
import { textLengths } from './textLengths.ts';
import { vocabularyCounts } from './vocabularyCounts.ts';

const words = prepareTokenizer({ type: 'Words', options: {} }, 'here');
const texts = ['나는 학교에 간다.', '', '나는 간다', '나는'];

test('lengths count tokens', () => {
  expect([...textLengths(texts, words)]).toEqual([3, 0, 2, 1]);
});

test('a summary tells the middle and the ends', () => {
  const lengths = Uint32Array.from({ length: 100 }, (_, at) => at + 1);
  expect(summarizeLengths(lengths, 10)).toEqual({
    ...{ minimum: 1, median: 50, mean: 50.5, percentile95: 95, maximum: 100 },
    bins: Array.from({ length: 10 }, (_, bin) => ({
      ...{ low: 10 * bin + 1, high: 10 * bin + 10, count: 10 },
    })),
  });
  expect(summarizeLengths(Uint32Array.of(7, 7))).toMatchObject({
    ...{ minimum: 7, maximum: 7, bins: [{ low: 7, high: 7, count: 2 }] },
  });
  expect(summarizeLengths(new Uint32Array(0))).toBeNull();
});

test('bins hold every length once', () => {
  const lengths = fc.array(fc.nat({ max: 300 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 30 }), (list, most) => {
      const bins = summarizeLengths(Uint32Array.from(list), most)?.bins ?? [];
      expect(bins.length).toBeLessThanOrEqual(most);
      for (const { low, high, count } of bins) {
        expect(list.filter((one) => one >= low && one <= high)).toHaveLength(count);
      }
      expect(bins.reduce((total, { count }) => total + count, 0)).toBe(list.length);
    }),
  );
});

test('a vocabulary is counted, and how much of the texts its head covers', () => {
  expect(vocabularyCounts(texts, words, 2)).toEqual({
    tokens: 6,
    distinct: 3,
    once: 1,
    most: [
      { term: '나는', count: 3, documents: 3 },
      { term: '간다', count: 2, documents: 2 },
    ],
    coverage: 5 / 6,
  });
  expect(vocabularyCounts([], words)).toMatchObject({ tokens: 0, distinct: 0, coverage: 0 });
});

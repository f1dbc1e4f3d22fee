/** Exact and near duplicates, held against a comparison of each with each. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomAt } from '../../random/randomAt.ts';
import { exactDuplicates } from './exactDuplicates.ts';
import { nearDuplicates } from './nearDuplicates.ts';
import { jaccard, shinglesOf } from './shinglesOf.ts';

test('equal texts, whatever their blanks and composition', () => {
  const texts = ['a b', '학교', ' a\n b ', 'A b', '학교'.normalize('NFD'), '', '  ', 'c'];
  expect(exactDuplicates(texts)).toEqual([
    [0, 2],
    [1, 4],
    [5, 6],
  ]);
});

test('exact duplicates are those that a comparison of all finds', () => {
  const text = fc.constantFrom('a', 'b', 'ab', 'ba', '', '가', '나');
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const found = new Set(exactDuplicates(texts).flat());
      const expected = texts.flatMap((one, place) =>
        texts.some((other, at) => at !== place && other === one) ? [place] : [],
      );
      expect([...found].sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});

const LONG =
  '이 영화는 처음부터 끝까지 한순간도 지루하지 않았고 배우들의 연기도 훌륭했으며 음악까지 완벽하게 어울렸다';

test('near duplicates forgive an ending, case and punctuation', () => {
  const texts = [
    LONG,
    'Wow, this is a really good film and I liked it.',
    `${LONG}!`,
    'something else entirely',
    `${LONG.slice(0, -3)}울립니다`,
    'WOW this is a really good film, and I liked it',
    '...',
    '!',
  ];
  const groups = nearDuplicates(texts);
  expect(groups.map(({ places }) => places)).toEqual([
    [0, 2, 4],
    [1, 5],
  ]);
  expect(groups[0].similarity).toBeGreaterThanOrEqual(0.8);
  expect(groups[0].similarity).toBeLessThan(1);
  expect(groups[1].similarity).toBe(1);
  expect(nearDuplicates(texts, 1).map(({ places }) => places)).toEqual([
    [0, 2],
    [1, 5],
  ]);
});

/** A text of random words, and copies of it with some of them changed. */
function corpus(seed: number): string[] {
  const random = randomAt({ seed, stream: 'augment' });
  const word = () => Array.from({ length: 5 }, () => 97 + random.nextBelow(26));
  const text = () => Array.from({ length: 30 }, () => String.fromCharCode(...word()));
  return Array.from({ length: 20 }, text).flatMap((words) => [
    words.join(' '),
    words.map((one) => (random.nextBelow(20) === 0 ? 'other' : one)).join(' '),
    words.map((one) => (random.nextBelow(3) === 0 ? 'other' : one)).join(' '),
  ]);
}

test('all pairs above the threshold are in a group, and no pair far below it', () => {
  const texts = corpus(11);
  const shingles = texts.map(shinglesOf);
  const group = new Map<number, number>();
  for (const [at, { places }] of nearDuplicates(texts, 0.7).entries()) {
    for (const place of places) group.set(place, at);
  }
  let near = 0;
  for (let a = 0; a < texts.length; a++) {
    for (let b = a + 1; b < texts.length; b++) {
      const together = group.has(a) && group.get(a) === group.get(b);
      const similarity = jaccard(shingles[a], shingles[b]);
      if (similarity >= 0.7) near++;
      if (similarity >= 0.7) expect(together, `${a} and ${b}`).toBe(true);
      if (similarity < 0.1) expect(together, `${a} and ${b}`).toBe(false);
    }
  }
  expect(near).toBeGreaterThan(5);
});

test('many equal texts are one group', () => {
  const texts = Array.from({ length: 2000 }, () => LONG);
  expect(nearDuplicates(texts)).toEqual([
    { places: texts.map((_, place) => place), similarity: 1 },
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TermCounter } from './TermCounter.ts';

test('the most frequent first, equally frequent ones by code points', () => {
  const counter = new TermCounter();
  counter.add(['나', 'b', '나', 'a']);
  counter.add(['나', 'b', '가', '😀']);
  expect(counter.most(4, 1)).toEqual([
    { term: '나', count: 3, documents: 2 },
    { term: 'b', count: 2, documents: 2 },
    { term: 'a', count: 1, documents: 1 },
    { term: '가', count: 1, documents: 1 },
  ]);
  expect(counter.most(9, 2).map(({ term }) => term)).toEqual(['나', 'b']);
});

test('the order of the texts changes nothing', () => {
  const texts = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', '가', '나')), { maxLength: 8 });
  const counted = (list: readonly string[][]) => {
    const counter = new TermCounter();
    for (const terms of list) counter.add(terms);
    return counter.most(100, 1);
  };
  fc.assert(
    fc.property(texts, (list) => {
      expect(counted([...list].reverse())).toEqual(counted(list));
    }),
  );
});

test('a term of a million letters is none', () => {
  const counter = new TermCounter();
  counter.add(['a'.repeat(1_000_000), 'a']);
  expect(counter.most(9, 1).map(({ term }) => term)).toEqual(['a']);
});

test('above the limit rare terms are forgotten, frequent ones stay with their counts', () => {
  const counter = new TermCounter(100);
  for (let text = 0; text < 1000; text++) counter.add(['often', `once${text}`, 'twice', 'twice']);
  expect(counter.size).toBeLessThanOrEqual(100);
  expect(counter.most(2, 1)).toEqual([
    { term: 'twice', count: 2000, documents: 1000 },
    { term: 'often', count: 1000, documents: 1000 },
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Component, Options } from '../../contract/ModelSpec.ts';
import { prepareAugmentation } from '../prepareAugmentation.ts';
import { textOf } from './Passage.ts';
import { createTextAugmenter } from './TextAugmenter.ts';

const step = (type: string, options: Options = {}): Component => ({
  type,
  options: { p: 1, ...options },
});
const augmenterOf = (list: readonly Component[]) =>
  createTextAugmenter(prepareAugmentation(list).text);
const address = (index: number) => ({ seed: 5, epoch: 2, index });

const LECTURE = '나는 학교에 가는 것을 좋아한다 .';

function variants(list: readonly Component[], text = LECTURE): string[] {
  const augmenter = augmenterOf(list);
  return Array.from({ length: 60 }, (_, index) =>
    textOf(augmenter.apply(augmenter.draw(address(index), text), text)),
  );
}

test('what an address gives does not depend on what was drawn before', () => {
  const list = [step('WordDeletion'), step('WordMove', { count: 2 })];
  const all = variants(list);
  expect(variants(list)).toEqual(all);
  const augmenter = augmenterOf(list);
  expect(textOf(augmenter.apply(augmenter.draw(address(59), LECTURE), LECTURE))).toBe(all[59]);
  expect(new Set(all).size).toBeGreaterThan(20);
});

test('a step that p turns off leaves the draws of the others as they were', () => {
  const alone = variants([step('WordSwap')]);
  expect(variants([step('WordDeletion', { p: 0 }), step('WordSwap')])).toEqual(alone);
  expect(variants([step('WordSwap', { p: 0 })])).toEqual(alone.map(() => LECTURE));
  const half = variants([step('WordSwap', { p: 0.5 })]);
  expect(half.every((text, index) => text === alone[index] || text === LECTURE)).toBe(true);
  const untouched = half.filter((text) => text === LECTURE).length;
  expect(untouched).toBeGreaterThan(15);
  expect(untouched).toBeLessThan(45);
});

test('steps never undo one another: of two swaps of two words one is left out', () => {
  expect(variants([step('WordSwap'), step('WordSwap')], '학교에 간다')).toEqual(
    Array(60).fill('간다 학교에'),
  );
  const augmenter = augmenterOf([step('WordSwap'), step('WordSwap')]);
  expect(augmenter.draw(address(0), 'a b').map(({ drawn }) => drawn !== null)).toEqual([
    ...[true, false],
  ]);
});

test('any list changes a text of different words, and never empties it', () => {
  const types = ['WordDeletion', 'WordSwap', 'WordMove', 'RandomInsertion'];
  const steps = fc.array(
    fc
      .tuple(fc.constantFrom(...types), fc.integer({ min: 1, max: 5 }))
      .map(([type, count]) => step(type, { count })),
    { minLength: 1, maxLength: 4 },
  );
  const texts = fc.constantFrom(LECTURE, 'a b', 'The film, the plot: good!', '나는 학교에 😀');
  fc.assert(
    fc.property(steps, texts, fc.nat({ max: 1000 }), (list, text, index) => {
      const augmenter = augmenterOf(list);
      const result = textOf(augmenter.apply(augmenter.draw(address(index), text), text));
      expect(result).not.toBe(text);
      expect(result).toMatch(/[\p{L}😀]/u);
    }),
  );
});

test('synonyms from the experiment are lines', () => {
  const list = [step('SynonymReplacement', { synonyms: ['학교: 학원'] })];
  expect(new Set(variants(list))).toEqual(new Set(['나는 학원에 가는 것을 좋아한다 .']));
});

import { expect, test } from 'vitest';
import type { Component, Options } from '../../contract/ModelSpec.ts';
import { fitText } from '../../text/fitText.ts';
import { prepareAugmentation } from '../prepareAugmentation.ts';
import { textEffect } from './textEffect.ts';

const step = (type: string, options: Options = {}): Component => ({
  type,
  options: { p: 1, ...options },
});

const texts = ['나는 학교에 간다', '너는 집에 간다', '나는 극장에 간다', '혼자'];
const samples = texts.map((text, index) => ({ text, index }));

function effect(list: readonly Component[], vectorizer: string, options: Options = {}) {
  const fitted = fitText(texts, {
    tokenizer: { type: 'Words', options: {} },
    vectorizer: { type: vectorizer, options: { minimumCount: 1, ...options } },
  });
  return textEffect(samples, prepareAugmentation(list).text, fitted, { seed: 1, epoch: 1 });
}

test('a swap changes texts and nothing that a bag of words sees', () => {
  const { together } = effect([step('WordSwap')], 'BagOfWords');
  expect(together).toEqual({ changedTexts: 0.75, changed: 0, change: 0 });
});

test('bigrams and token numbers see a swap', () => {
  expect(effect([step('WordSwap')], 'BagOfWords', { ngramMax: 2 }).together.changed).toBe(0.75);
  const { together } = effect([step('WordSwap')], 'TokenIds', { length: 4 });
  // Three texts of four have two tokens of four exchanged.
  expect(together).toEqual({ changedTexts: 0.75, changed: 0.75, change: 6 / 16 });
});

test('a deletion takes a 1 away, told in standard deviations', () => {
  const { samples: count, together } = effect([step('WordDeletion')], 'BagOfWords');
  // 10 ones among 4 texts × 7 terms.
  const deviation = Math.sqrt(10 / 28 - (10 / 28) ** 2);
  expect(count).toBe(4);
  expect(together.changed).toBe(0.75);
  expect(together.change).toBeCloseTo(3 / 28 / deviation, 6);
});

test('each step alone, and together', () => {
  const { together, steps } = effect([step('WordSwap'), step('WordDeletion')], 'BagOfWords');
  expect(steps.map(({ changed }) => changed)).toEqual([0, 0.75]);
  expect(together.changed).toBe(0.75);
  expect(effect([], 'BagOfWords').together).toEqual({ changedTexts: 0, changed: 0, change: 0 });
});

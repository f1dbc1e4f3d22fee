import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { PreprocessingSpec } from '../contract/ExperimentSpec.ts';
import { ModelInput } from '../contract/ModelInput.ts';
import type { TableDataset, TextDataset } from '../data/Dataset.ts';
import { fitPreprocessor } from './fitPreprocessor.ts';
import { showModelInput } from './showModelInput.ts';

const splits = {
  train: Int32Array.of(0, 1),
  validation: Int32Array.of(2),
  test: new Int32Array(),
};
const target = { kind: 'class', name: 'y', labels: ['a', 'b'], counts: [2, 2] } as const;
const common = { samples: 4, targets: Int32Array.of(0, 1, 0, 1), givenSplits: null, warnings: [] };

const table: TableDataset = {
  ...common,
  kind: 'table',
  target: { ...target, labels: [...target.labels], counts: [...target.counts] },
  columns: [
    { name: 'x', type: 'number' },
    { name: 'island', type: 'category', labels: ['Dream', 'Biscoe'] },
  ],
  values: Float32Array.of(0, 0, 10, 1, 5, 1, Number.NaN, 0),
};

function textDataset(texts: readonly string[]): TextDataset {
  const bytes = texts.map((text) => strToU8(text));
  const offsets = Uint32Array.of(0, ...bytes.map(({ length }) => length));
  for (let at = 1; at < offsets.length; at++) offsets[at] += offsets[at - 1];
  const all = new Uint8Array(offsets[texts.length]);
  for (const [at, one] of bytes.entries()) all.set(one, offsets[at]);
  const { target } = table;
  return {
    ...common,
    kind: 'text',
    target,
    columns: [],
    values: new Float32Array(),
    texts: all,
    offsets,
  };
}

test('a row shows each input by its name, scaled by the training split', () => {
  const spec = PreprocessingSpec.parse({ normalization: 'minMax' });
  const fitted = fitPreprocessor(table, splits.train, spec);
  const input = ModelInput.parse(showModelInput(fitted, { dataset: table, splits, index: 2 }));
  expect(input).toEqual({
    ...{ split: 'validation', shape: [3], tokens: null, named: 3, minimum: 0, maximum: 1 },
    inputs: [
      { name: 'x', value: 0.5 },
      { name: 'island = Dream', value: 0 },
      { name: 'island = Biscoe', value: 1 },
    ],
  });
});

test('a sample in no part has no input', () => {
  const spec = PreprocessingSpec.parse({ missingNumbers: 'drop' });
  const fitted = fitPreprocessor(table, splits.train, spec);
  const { split, inputs } = showModelInput(fitted, { dataset: table, splits, index: 3 });
  expect({ split, inputs }).toEqual({ split: null, inputs: [] });
});

test('a text shows its tokens and the terms that it has', () => {
  const dataset = textDataset(['good film', 'good plot', 'good good book', '']);
  const fitted = fitPreprocessor(dataset, splits.train, PreprocessingSpec.parse({}));
  const input = ModelInput.parse(showModelInput(fitted, { dataset, splits, index: 2 }));
  expect(input.tokens).toEqual(['good', 'good', 'book']);
  expect(input.inputs).toEqual([{ name: 'good', value: 2 }]);
});

test('token numbers are named by the tokens of the text', () => {
  const dataset = textDataset(['good film', 'good plot', 'good odd book', '']);
  const text = {
    tokenizer: { type: 'Words', options: {} },
    vectorizer: { type: 'TokenIds', options: { length: 2 } },
  };
  const fitted = fitPreprocessor(dataset, splits.train, PreprocessingSpec.parse({ text }));
  const { inputs, shape } = showModelInput(fitted, { dataset, splits, index: 2 });
  expect(shape).toEqual([2]);
  expect(inputs.map(({ name }) => name)).toEqual(['good', 'odd']);
  expect(inputs.map(({ value }) => value)).toEqual([2, 1]);
});

test('jamo are shown as letters, in tokens and in names', () => {
  const dataset = textDataset(['학교', '학교', '학', '교']);
  const tokenizer = { type: 'Jamo', options: {} };
  const vectorizer = { type: 'BagOfWords', options: {} };
  const spec = PreprocessingSpec.parse({ text: { tokenizer, vectorizer } });
  const fitted = fitPreprocessor(dataset, splits.train, spec);
  const { tokens, inputs } = showModelInput(fitted, { dataset, splits, index: 0 });
  expect(tokens).toEqual(['ㅎ', 'ㅏ', 'ㄱ', 'ㄱ', 'ㅛ']);
  expect(inputs.map(({ name }) => name).sort()).toEqual(['ㄱ', 'ㄱ', 'ㅎ', 'ㅏ', 'ㅛ']);
});

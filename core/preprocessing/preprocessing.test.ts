/** What is fitted on the training split, and that a minibatch holds what a single sample becomes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreprocessingSpec } from '../contract/ExperimentSpec.ts';
import type { RawSample } from '../contract/RawSample.ts';
import type { Dataset, TableDataset } from '../data/Dataset.ts';
import { caughtError } from '../data/testing/caughtError.ts';
import { tinyImages, tinyMixed, tinyTable, tinyTexts } from '../data/testing/tinyDatasets.ts';
import { createBatchWriter } from './createBatchWriter.ts';
import { encodeSample } from './encodeSample.ts';
import { fitPreprocessor } from './fitPreprocessor.ts';
import { inputNames } from './inputNames.ts';
import { inputShapeOf } from './inputShapeOf.ts';
import { keptSamples } from './keptSamples.ts';
import { Preprocessor } from './Preprocessor.ts';
import { rawInputAt, rawSample } from './RawInput.ts';

const rowsOf = (...indices: number[]) => Int32Array.from(indices);
const specOf = (given: object = {}) => PreprocessingSpec.parse(given);
const texts = {
  tokenizer: { type: 'Words', options: {} },
  vectorizer: { type: 'TfIdf', options: { minimumCount: 1 } },
};

function numbers(...values: number[]): TableDataset {
  return {
    ...tinyTable(values.length),
    columns: [{ name: 'x', type: 'number' }],
    values: Float32Array.from(values),
  };
}

function encoded(dataset: Dataset, train: Int32Array, spec: object): number[][] {
  const preprocessor = fitPreprocessor(dataset, train, specOf(spec));
  const writer = createBatchWriter({ dataset, preprocessor, seed: 0 });
  const out = new Float32Array(dataset.samples * writer.sampleSize);
  writer.write(
    Int32Array.from({ length: dataset.samples }, (_, i) => i),
    null,
    out,
    0,
  );
  return Array.from({ length: dataset.samples }, (_, i) => [
    ...out.subarray(i * writer.sampleSize, (i + 1) * writer.sampleSize),
  ]);
}

const any: fc.Arbitrary<readonly [Dataset, object]> = fc.tuple(
  fc
    .integer({ min: 5, max: 30 })
    .chain((samples) =>
      fc.constantFrom<Dataset>(
        tinyImages(samples),
        tinyMixed(samples),
        tinyTable(samples),
        tinyTexts(samples),
      ),
    ),
  fc.record({
    normalization: fc.constantFrom('standardize', 'minMax', 'none'),
    missingCategories: fc.constantFrom('ownCategory', 'mostFrequent'),
    text: fc.constant(texts),
  }),
);

describe('fitPreprocessor', () => {
  it.each([
    ['standardize', [-1, 1, 3]],
    ['minMax', [0, 1, 2]],
    ['none', [2, 6, 10]],
  ])('%s scales by the training split alone', (normalization, expected) => {
    const rows = encoded(numbers(2, 6, 10), rowsOf(0, 1), { normalization });
    expect(rows.flat()).toEqual(expected);
  });

  it.each(['standardize', 'minMax'])('%s shifts a constant to 0', (normalization) => {
    expect(encoded(numbers(0.1, 0.1, 0.1), rowsOf(0, 1), { normalization }).flat()).toEqual([
      0, 0, 0,
    ]);
  });

  it('puts the training mean where a number is missing', () => {
    const rows = encoded(numbers(1, 3, Number.NaN, 100), rowsOf(0, 1, 2), {
      normalization: 'none',
    });
    expect(rows.flat()).toEqual([1, 3, 2, 100]);
  });

  it('gives categories a place each, and one more where some are missing', () => {
    const dataset = tinyMixed(14);
    const spec = { excludedColumns: ['size', 'day'] };
    expect(encoded(dataset, rowsOf(0, 1, 3), spec).slice(4, 8)).toEqual([
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [0, 1, 0, 0],
    ]);
    const frequent = { ...spec, missingCategories: 'mostFrequent' };
    expect(encoded(dataset, rowsOf(1, 4, 5), frequent)[6]).toEqual([0, 1, 0]);
    const preprocessor = fitPreprocessor(dataset, rowsOf(0, 1), specOf(spec));
    if (preprocessor.kind !== 'table') throw new Error('A table stays one.');
    expect(inputNames(preprocessor)).toEqual([
      'color = red',
      'color = green',
      'color = 파랑',
      'color missing',
    ]);
  });

  it('learns nothing from samples outside of the training split', () => {
    fc.assert(
      fc.property(any, fc.nat(4), ([dataset, spec], changed) => {
        const train = Int32Array.from({ length: dataset.samples }, (_, i) => i).filter(
          (index) => index !== changed,
        );
        const before = fitPreprocessor(dataset, train, specOf(spec));
        expect(fitPreprocessor(disturbed(dataset, changed), train, specOf(spec))).toEqual(before);
      }),
    );
  });

  it('refuses to leave no column', () => {
    const spec = specOf({ excludedColumns: ['x', 'y'] });
    expect(caughtError(() => fitPreprocessor(tinyTable(4), rowsOf(0), spec))).toMatchObject({
      code: 'invalid-experiment',
      where: 'preprocessing.excludedColumns',
    });
  });
});

/** Another sample in its place; a value stays missing where it was, which is a column's type. */
function disturbed(dataset: Dataset, index: number): Dataset {
  const values = dataset.values.slice();
  const width = dataset.columns.length;
  for (let at = index * width; at < (index + 1) * width; at++) {
    if (!Number.isNaN(values[at])) values[at] = dataset.columns[at % width].labels ? 1 : 1e6;
  }
  if (dataset.kind === 'image') {
    return {
      ...dataset,
      values,
      images: dataset.images.slice().fill(255, 9 * index, 9 * index + 9),
    };
  }
  if (dataset.kind === 'table') return { ...dataset, values };
  const [start, end] = [dataset.offsets[index], dataset.offsets[index + 1]];
  return { ...dataset, values, texts: dataset.texts.slice().fill(0x7a, start, end) };
}

describe('a minibatch', () => {
  it('holds bit for bit what each sample becomes alone, also by way of JSON', () => {
    fc.assert(
      fc.property(any, ([dataset, spec]) => {
        const train = Int32Array.from({ length: dataset.samples - 1 }, (_, i) => i);
        const fitted = fitPreprocessor(dataset, train, specOf(spec));
        const preprocessor = Preprocessor.parse(JSON.parse(JSON.stringify(fitted)));
        expect(preprocessor).toEqual(fitted);
        const writer = createBatchWriter({ dataset, preprocessor, seed: 0 });
        const out = new Float32Array(writer.sampleSize + 2).fill(-7);
        for (let index = 0; index < dataset.samples; index++) {
          writer.write(rowsOf(index), null, out, 1);
          const raw = rawSample(fitted.kind, rawInputAt(dataset, fitted, index));
          expect(out.slice(1, -1)).toEqual(encodeSample(fitted, raw));
          expect([out[0], out.at(-1)]).toEqual([-7, -7]);
        }
        const size = inputShapeOf(fitted).reduce((product, axis) => product * axis, 1);
        expect(writer.sampleSize).toBe(size);
      }),
    );
  });
});

describe('keptSamples', () => {
  it('drops rows that lack a watched value, and only those', () => {
    const dataset = tinyMixed(30);
    const keep = (spec: object) => {
      const isKept = keptSamples(dataset, specOf(spec));
      return Array.from({ length: 30 }, (_, i) => i).filter((i) => !isKept || isKept(i)).length;
    };
    expect(keep({})).toBe(30);
    expect(keep({ missingCategories: 'drop' })).toBe(26);
    expect(keep({ missingNumbers: 'drop', excludedColumns: ['day'] })).toBe(24);
    expect(keep({ missingNumbers: 'drop', missingCategories: 'drop' })).toBe(18);
  });
});

describe('encodeSample', () => {
  const dataset = tinyMixed(14);
  const fitted = fitPreprocessor(dataset, rowsOf(0, 1, 2), specOf({ normalization: 'none' }));
  const dropping = fitPreprocessor(dataset, rowsOf(0), specOf({ missingNumbers: 'drop' }));
  const row = (size: unknown, color: unknown, day: unknown) =>
    ({ kind: 'table', values: { size, color, day } }) as RawSample;

  it('takes labels, dates and numbers as texts too, by name', () => {
    const expected = [2.5, 0, 0, 1, 0, 19_783];
    expect([...encodeSample(fitted, row(2.5, '파랑', '2024-03-01'))]).toEqual(expected);
    expect([...encodeSample(fitted, row(' 2.5', ' 파랑 ', 19_783))]).toEqual(expected);
    expect([...encodeSample(fitted, row('NA', null, ''))].slice(1, 5)).toEqual([0, 0, 0, 1]);
  });

  const refused: [Preprocessor, RawSample, string][] = [
    [fitted, row('two', 'red', 1), '"size" must be a finite number. Received "two".'],
    [fitted, row(1, 'pink', 1), '"color" must be one of "red", "green", "파랑". Received "pink".'],
    [
      fitted,
      row(1, 'red', '1.3.24x'),
      '"day" must be a date such as 2024-03-01. Received "1.3.24x".',
    ],
    [dropping, row(null, 'red', 1), '"size" must have a value: none was missing in training.'],
    [fitted, { kind: 'table', values: { size: 1 } }, 'The sample lacks the column "color".'],
    [fitted, { kind: 'table', values: [1] }, 'The model takes 3 values of shape [3]. Received 1.'],
    [fitted, { kind: 'text', text: 'a' }, 'The model takes samples of kind table. Received text.'],
  ];
  it.each(refused)('refuses what does not fit: %#', (preprocessor, sample, message) => {
    expect(caughtError(() => encodeSample(preprocessor, sample))).toMatchObject({
      code: 'invalid-request',
      message,
    });
  });
});

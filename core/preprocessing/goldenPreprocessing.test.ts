/** A table with gaps against scikit-learn's SimpleImputer, scalers and OneHotEncoder. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type PreprocessingSpec, PreprocessingSpec as Schema } from '../contract/ExperimentSpec.ts';
import type { TableDataset } from '../data/Dataset.ts';
import { tinyTable } from '../data/testing/tinyDatasets.ts';
import { createBatchWriter } from './createBatchWriter.ts';
import { fitPreprocessor } from './fitPreprocessor.ts';

interface Recorded {
  readonly labels: readonly string[];
  readonly train: number;
  readonly rows: readonly (readonly (number | null)[])[];
  readonly cases: readonly (Pick<PreprocessingSpec, 'normalization' | 'missingCategories'> & {
    readonly encoded: readonly (readonly number[])[];
  })[];
}

const path = new URL('../golden/preprocessing.json', import.meta.url);
const recorded = JSON.parse(readFileSync(path, 'utf8')) as Recorded;
const { rows, labels } = recorded;

const dataset: TableDataset = {
  ...tinyTable(rows.length),
  columns: [
    ...['a', 'b', 'c'].map((name) => ({ name, type: 'number' as const })),
    { name: 'color', type: 'category', labels },
  ],
  values: Float32Array.from(rows.flat(), (value) => value ?? Number.NaN),
};

test.each(recorded.cases)('$normalization, $missingCategories', ({ encoded, ...spec }) => {
  const train = Int32Array.from({ length: recorded.train }, (_, index) => index);
  const preprocessor = fitPreprocessor(dataset, train, Schema.parse(spec));
  const writer = createBatchWriter({ dataset, preprocessor, seed: 0 });
  const out = new Float32Array(rows.length * writer.sampleSize);
  writer.write(Int32Array.from(rows.keys()), null, out, 0);
  expect(writer.sampleSize).toBe(encoded[0].length);
  for (const [place, value] of encoded.flat().entries()) {
    // Scale and shift are float32: of a million with a spread of fifty thousand, six digits stay.
    expect(Math.abs(out[place] - value)).toBeLessThan(1e-5);
  }
});

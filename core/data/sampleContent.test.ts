import { expect, test } from 'vitest';
import { sampleContent } from './sampleContent.ts';
import { targetText } from './targetText.ts';
import { tinyRegression } from './testing/tinyDatasets.ts';

test('numbers have the digits that were written, not those that float32 adds', () => {
  const values = Float32Array.from([103198.79, 5.1]);
  const dataset = { ...tinyRegression(1), values, targets: Float32Array.of(0.7) };
  expect(sampleContent(dataset, 0).values).toEqual([103198.79, 5.1]);
  expect(targetText(dataset, dataset.targets[0])).toBe(0.7);
});

test('a missing number is null', () => {
  const dataset = { ...tinyRegression(1), values: Float32Array.from([Number.NaN, 2]) };
  expect(sampleContent(dataset, 0).values).toEqual([null, 2]);
});

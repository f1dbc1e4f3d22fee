import { expect, test } from 'vitest';
import { encodeSample } from '../preprocessing/encodeSample.ts';
import { prepareExperiment } from './prepareExperiment.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';

test('statistics come from the training split alone: the others leak nothing', () => {
  const dataset = clouds(100);
  const { splits } = prepareExperiment(cloudsExperiment(), dataset);
  for (const index of [...splits.validation, ...splits.test]) {
    dataset.values.fill(1e6, 2 * index, 2 * index + 2);
  }
  const { preprocessor } = prepareExperiment(cloudsExperiment(), dataset);
  const rows = Array.from(splits.train, (index) =>
    encodeSample(preprocessor, {
      kind: 'table',
      values: [...dataset.values.subarray(2 * index, 2 * index + 2)],
    }),
  );
  for (const column of [0, 1]) {
    const mean = rows.reduce((total, row) => total + row[column], 0) / rows.length;
    const square = rows.reduce((total, row) => total + row[column] ** 2, 0) / rows.length;
    expect(mean).toBeCloseTo(0, 5);
    expect(square).toBeCloseTo(1, 5);
  }
});

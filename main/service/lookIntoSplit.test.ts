/** What an experiment in the making does to its data, asked through the service. */
import { expect, test } from 'vitest';
import { shortestFloat32 } from '../../core/contract/shortestFloat32.ts';
import { writeLargeTable } from './testing/largeTable.ts';
import { hasEnded, irisSpec, openTestStudio, waitForRun } from './testing/testStudio.ts';

test('the split of an experiment is counted by class and sealed as its run will be', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const spec = irisSpec(1);
  const table = await request('experiments.splitTable', { spec });
  const { train, validation, test } = table.counts;
  expect(train + validation + test).toBe(150);
  for (const part of ['train', 'validation', 'test'] as const) {
    const counted = table.classes.reduce((sum, counts) => sum + counts[part], 0);
    expect(counted).toBe(table.counts[part]);
  }
  const { id } = await request('runs.start', { spec });
  const run = await waitForRun(studio, id, hasEnded);
  expect(table.sealHash).toBe(run.sealHash);
  expect(table.counts).toEqual(run.splits);
});

test('an input is what normalization and excluded columns leave of a sample', async () => {
  const { request } = openTestStudio();
  const { preprocessing } = irisSpec(1);
  const spec = irisSpec(1, {
    preprocessing: {
      ...preprocessing,
      normalization: 'none',
      excludedColumns: ['sepal width (cm)'],
    },
  });
  const input = await request('experiments.modelInput', { spec, sample: 0 });
  expect(input.shape).toEqual([3]);
  const { rows } = await request('datasets.page', { id: 'iris', offset: 0, limit: 1 });
  const [length, , ...petal] = rows[0]?.values ?? [];
  expect(input.inputs.map(({ value }) => shortestFloat32(value))).toEqual([length, ...petal]);
});

test('a sample that is not there, or a column that is not, is refused by its place', async () => {
  const { request } = openTestStudio();
  const spec = irisSpec(1);
  await expect(request('experiments.modelInput', { spec, sample: 150 })).rejects.toMatchObject({
    code: 'invalid-request',
    where: 'sample',
  });
  const split = { ...spec.split, method: 'grouped' as const, column: 'nothing' };
  await expect(
    request('experiments.splitTable', { spec: { ...spec, split } }),
  ).rejects.toMatchObject({ code: 'invalid-experiment', where: 'split.column' });
});

test('a large dataset is looked at in another process, with the same answers', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const path = writeLargeTable(studio.home);
  const { id, bytes } = await request('datasets.import', { path });
  expect(bytes).toBeGreaterThan(2 ** 21);
  const method = { method: 'grouped', column: '#copies' } as const;
  const common = { ...irisSpec(1), dataset: id };
  const spec = { ...common, split: { ...common.split, ...method } };
  const { counts } = await request('experiments.splitTable', { spec });
  expect(counts.train + counts.validation + counts.test).toBe(60_000);
  expect((await request('experiments.check', { spec })).splits).toEqual(counts);
  const original = await request('experiments.modelInput', { spec, sample: 1 });
  expect(await request('experiments.modelInput', { spec, sample: 2 })).toEqual(original);
  const wrong = { ...spec, split: { ...spec.split, column: 'nothing' } };
  await expect(request('experiments.splitTable', { spec: wrong })).rejects.toMatchObject({
    code: 'invalid-experiment',
    where: 'split.column',
  });
  const checked = await request('experiments.check', { spec: wrong });
  expect(checked).toMatchObject({ trainable: false, splits: null });
});

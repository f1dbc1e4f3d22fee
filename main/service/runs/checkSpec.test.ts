import { expect, test } from 'vitest';
import { openTestStudio } from '../testing/testStudio.ts';

test('texts are read to know what a network is given, and nothing is installed for that', async () => {
  const { request } = openTestStudio();
  const templates = await request('experiments.templates', {});
  const spec = templates.find(({ id }) => id === 'emoji-ko')?.spec ?? expect.fail('is bundled');
  const report = await request('experiments.check', { spec });
  expect(report).toMatchObject({ trainable: true, splits: { train: 852 } });
  expect(report.layers[0]?.inputShape).toEqual([2000]);
  expect(await request('datasets.list', {})).toEqual([]);
});

test('a split by a column is drawn from the samples', async () => {
  const { request } = openTestStudio();
  const templates = await request('experiments.templates', {});
  const template = templates.find(({ id }) => id === 'penguins')?.spec ?? expect.fail('is bundled');
  const split = { ...template.split, method: 'grouped' as const, column: 'island' };
  const { splits, problems } = await request('experiments.check', { spec: { ...template, split } });
  expect((splits?.train ?? 0) + (splits?.validation ?? 0) + (splits?.test ?? 0)).toBe(344);
  expect(problems.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^Class "\w+" has \d+ samples, none in the \w+ split\.$/),
  );
  const wrong = { ...split, column: 'height' };
  const refused = await request('experiments.check', { spec: { ...template, split: wrong } });
  expect(refused).toMatchObject({ trainable: false, splits: null });
});

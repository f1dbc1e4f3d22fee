/** Statistics through the service's door, of data that comes with the program. */
import { expect, test } from 'vitest';
import { DatasetStatistics } from '../../core/contract/DatasetStatistics.ts';
import { openTestStudio } from './testing/testStudio.ts';

test('iris and digits in numbers, computed once', async () => {
  const { request } = openTestStudio();
  await request('datasets.install', { id: 'iris' });
  const iris = await request('datasets.statistics', { id: 'iris' });
  expect(DatasetStatistics.parse(iris)).toEqual(iris);
  expect(iris).toMatchObject({
    samples: 150,
    target: { kind: 'class', counts: [50, 50, 50], imbalance: 1, empty: 0 },
    text: null,
    image: null,
  });
  const petal = iris.columns.find(({ name }) => /petal.*length/i.test(name));
  expect(petal).toMatchObject({
    missing: 0,
    numbers: { median: expect.closeTo(4.35, 5), minimum: 1, maximum: expect.closeTo(6.9, 5) },
    // F = 1180.16 in Fisher's data: η² = 2 F / (2 F + 147).
    relation: { kind: 'classMeans', explained: expect.closeTo(0.9414, 4) },
  });
  expect(await request('datasets.statistics', { id: 'iris' })).toBe(iris);

  await request('datasets.install', { id: 'digits' });
  const digits = await request('datasets.statistics', { id: 'digits' });
  expect(digits.image?.means).toHaveLength(10);
  expect(digits.image?.means[0]?.pixels).toBeInstanceOf(Uint8Array);
  await expect(request('datasets.statistics', { id: 'none' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('pages of the samples that a filter finds, in the order of a column', async () => {
  const { request } = openTestStudio();
  const { columns, target } = await request('datasets.install', { id: 'penguins' });
  if (target.kind !== 'class') return expect.fail('species are classes');
  const mass = columns.find(({ name }) => /mass/i.test(name))?.name ?? '';
  const wish = { id: 'penguins', offset: 0, limit: 500 };
  const all = await request('datasets.page', wish);
  const [label = ''] = target.labels;
  const filter = [{ kind: 'labels' as const, column: null, labels: [label] }];
  const some = await request('datasets.page', { ...wish, filter });
  expect(some.total).toBe(target.counts[0]);
  expect(some.rows).toEqual(all.rows.filter((row) => row.target === label));
  const sort = { column: mass, direction: 'descending' as const };
  const sorted = await request('datasets.page', { ...wish, limit: 3, filter, sort });
  expect(sorted.total).toBe(some.total);
  const place = columns.findIndex(({ name }) => name === mass);
  const masses = some.rows.map(({ values }) => Number(values[place])).sort((a, b) => b - a);
  expect(sorted.rows.map(({ values }) => values[place])).toEqual(masses.slice(0, 3));
  const nothing = await request('datasets.page', {
    ...wish,
    filter: [{ kind: 'text', contains: 'no such penguin' }],
  });
  expect(nothing).toMatchObject({ total: 0, rows: [] });
  const unknown = { column: 'wings', direction: 'ascending' as const };
  await expect(request('datasets.page', { ...wish, sort: unknown })).rejects.toMatchObject({
    ...{ code: 'invalid-request', where: 'sort.column' },
  });
});

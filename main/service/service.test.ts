import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StudioMethod, studioApi } from '../../core/contract/StudioApi.ts';
import { StudioError, StudioErrorData } from '../../core/contract/StudioError.ts';
import { hasEnded, irisSpec, openTestStudio, waitForRun } from './testing/testStudio.ts';

test('whatever is asked, only StudioError comes out', async () => {
  const { service } = openTestStudio();
  const methods = Object.keys(studioApi) as StudioMethod[];
  const call = fc.record({
    method: fc.oneof(fc.constantFrom(...methods), fc.string()),
    params: fc.oneof(
      fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }),
      fc.record({ id: fc.anything(), run: fc.string(), spec: fc.anything(), key: fc.string() }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(call, async ({ method, params }) => {
      try {
        await service.request(method, params);
      } catch (error) {
        expect(error).toBeInstanceOf(StudioError);
        StudioErrorData.parse((error as StudioError).toData());
      }
    }),
    { numRuns: 1500 },
  );
});

test('a value nested without end is refused', async () => {
  const { request } = openTestStudio();
  let value: unknown = 0;
  for (let depth = 0; depth < 100_000; depth++) value = [value];
  await expect(
    request('preferences.set', { key: 'deep', value: value as never }),
  ).rejects.toMatchObject({ code: 'invalid-request' });
});

test.each([
  ['runs.get', { run: 'Not A Slug' }, 'run'],
  ['runs.start', {}, 'spec'],
  ['runs.start', { spec: irisSpec(1), extra: 1 }, null],
  ['runs.start', { spec: { ...irisSpec(1), seed: -1 } }, 'spec.seed'],
  ['datasets.page', { id: 'iris', offset: 0, limit: 501 }, 'limit'],
])('%s with %o names the place', async (method, params, where) => {
  const { service } = openTestStudio();
  await expect(service.request(method, params)).rejects.toMatchObject({
    code: 'invalid-request',
    where,
  });
});

test('samples are installed once, paged, and removed', async () => {
  const { request, events } = openTestStudio();
  expect((await request('samples.list', {})).map(({ id }) => id)).toContain('digits');
  expect(await request('datasets.list', {})).toEqual([]);
  const info = await request('datasets.install', { id: 'digits' });
  expect(await request('datasets.install', { id: 'digits' })).toEqual(info);
  expect(events.filter(({ event }) => event === 'datasets.changed')).toHaveLength(1);
  const page = await request('datasets.page', { id: 'digits', offset: 1795, limit: 10 });
  expect(page.total).toBe(1797);
  expect(page.rows.map(({ index }) => index)).toEqual([1795, 1796]);
  expect(page.rows[0]?.values).toHaveLength(64);
  await request('datasets.remove', { id: 'digits' });
  expect(await request('datasets.list', {})).toEqual([]);
});

test('two installs at once give one dataset', async () => {
  const { request } = openTestStudio();
  const install = () => request('datasets.install', { id: 'iris' });
  const [first, second] = await Promise.all([install(), install()]);
  expect(second).toEqual(first);
  expect(await request('datasets.list', {})).toEqual([first]);
});

test('a dataset in use is not removed', async () => {
  const { request, service } = openTestStudio();
  const { id } = await request('runs.start', { spec: irisSpec(1_000_000) });
  await expect(request('datasets.remove', { id: 'iris' })).rejects.toMatchObject({ code: 'busy' });
  await request('runs.stop', { run: id });
  await waitForRun({ service, request }, id, hasEnded);
  await request('datasets.remove', { id: 'iris' });
});

test.each([
  [irisSpec(1, { dataset: 'unknown' }), 'not-found', 'dataset'],
  [irisSpec(1, { device: 'gpu' }), 'unsupported', 'device'],
  [
    irisSpec(1, { training: { batchSize: 500, epochs: 1, dropLast: true } }),
    'invalid-experiment',
    'training.batchSize',
  ],
  [
    irisSpec(1, { optimizer: { type: 'Adam', options: { learningRate: 0 } } }),
    'invalid-experiment',
    'optimizer.options.learningRate',
  ],
  [
    irisSpec(1, { optimizer: { type: 'SGD', options: { learningRate: -0.1 } } }),
    'invalid-experiment',
    'optimizer.options.learningRate',
  ],
  [
    irisSpec(1, { model: { layers: [{ type: 'Linear', options: { outFeatures: 7 } }] } }),
    'invalid-experiment',
    expect.stringContaining('model'),
  ],
])('a bad experiment leaves no run and no dataset (%#)', async (spec, code, where) => {
  const { request, home } = openTestStudio();
  await expect(request('runs.start', { spec })).rejects.toMatchObject({ code, where });
  expect(await request('runs.list', {})).toEqual([]);
  expect(readdirSync(home).filter((name) => !name.startsWith('studio.db'))).toEqual([]);
});

test('experiments and preferences are kept', async () => {
  const { request, service, home } = openTestStudio();
  await request('experiments.save', { id: 'mine', spec: irisSpec(3) });
  await request('preferences.set', { key: 'theme', value: 'dark' });
  await service.close();
  const { request: again } = openTestStudio(home);
  expect((await again('experiments.list', {})).map(({ spec }) => spec.training.epochs)).toEqual([
    3,
  ]);
  expect(await again('preferences.get', {})).toEqual({ theme: 'dark' });
  await again('experiments.remove', { id: 'mine' });
  expect(await again('experiments.list', {})).toEqual([]);
});

test('the bundled experiments fit their datasets', async () => {
  const { request } = openTestStudio();
  for (const { id, spec } of await request('experiments.templates', {})) {
    if (spec.dataset === 'mnist') continue;
    const report = await request('experiments.check', { spec });
    expect([id, report.problems.filter(({ severity }) => severity === 'error')]).toEqual([id, []]);
  }
});

test('an experiment begins on the loss and the batch size that fit its dataset', async () => {
  const { request } = openTestStudio();
  const spec = await request('experiments.begin', { dataset: 'iris', name: 'Iris 1' });
  expect(spec).toMatchObject({
    name: 'Iris 1',
    loss: { type: 'CrossEntropyLoss' },
    training: { batchSize: 8 },
  });
  const report = await request('experiments.check', { spec });
  expect(report.trainable).toBe(true);
  expect(report.usual.training).toEqual(spec.training);
  await expect(request('experiments.begin', { dataset: 'none', name: 'x' })).rejects.toThrow(
    'Experiment "x" wants a dataset named "none".',
  );
});

test('the learning rate of a run is known before it trains', async () => {
  const { request } = openTestStudio();
  const spec = irisSpec(4, {
    optimizer: { type: 'SGD', options: { learningRate: 0.1 } },
    schedule: { type: 'StepLR', options: { stepSize: 2 } },
    training: { batchSize: 30, epochs: 4, dropLast: true },
  });
  const { points, iterations } = await request('experiments.schedule', { spec });
  expect(iterations).toBe(12);
  expect(points.map(({ learningRate }) => learningRate)).toEqual([
    ...Array(6).fill(0.1),
    ...Array(6).fill(expect.closeTo(0.01)),
  ]);
});

import { expect, test } from 'vitest';
import { hasEnded, irisSpec, openTestStudio, waitForRun } from './testing/testStudio.ts';

test('a network is looked through fresh, and with the weights of a run', async () => {
  const studio = openTestStudio();
  const spec = irisSpec(2);
  const fresh = await studio.request('experiments.forwardPass', { spec });
  expect(fresh).toMatchObject({ samples: 30, minibatch: 1, unfitted: [] });
  const { id } = await studio.request('runs.start', { spec });
  await waitForRun(studio, id, hasEnded);
  const trained = await studio.request('experiments.forwardPass', { spec, run: id });
  expect(trained.index).toBe(fresh.index);
  expect(trained.unfitted).toEqual([]);
  expect(trained.layers[0]?.output.bars).not.toEqual(fresh.layers[0]?.output.bars);
  const training = { spec, run: id, mode: 'training' as const, split: 'train' as const, place: 3 };
  const inTraining = await studio.request('experiments.forwardPass', training);
  expect(inTraining).toMatchObject({ samples: 90, minibatch: 16 });
});

test('of a network that does not fit the layers in front of the fault are looked through', async () => {
  const studio = openTestStudio();
  const conv = { type: 'Conv2d', options: { outChannels: 2, kernelSize: 3 } };
  const linear = { type: 'Linear', options: { outFeatures: 8 } };
  const layers = [
    linear,
    { type: 'ReLU', options: {} },
    conv,
    { ...linear, options: { outFeatures: 0 } },
  ];
  const pass = await studio.request('experiments.forwardPass', {
    spec: irisSpec(1, { model: { layers } }),
  });
  expect(pass.fault).toMatchObject({ where: 'model.layers[2]', sound: 2 });
  expect(pass.fault?.message).toContain('Conv2d expects');
  expect(pass.layers.map(({ type }) => type)).toEqual(['Linear', 'ReLU']);
  expect(pass.outputs).toEqual([]);
  const ends = [linear];
  const wrong = await studio.request('experiments.forwardPass', {
    spec: irisSpec(1, { model: { layers: ends } }),
  });
  expect(wrong).toMatchObject({ layers: [], fault: { where: 'model.layers[0]' } });
});

test('a split that cannot be is refused, and a run that is not there by name', async () => {
  const studio = openTestStudio();
  const spec = irisSpec(1);
  const split = { ...spec.split, validation: 0.7, test: 0.6 };
  await expect(
    studio.request('experiments.forwardPass', { spec: { ...spec, split } }),
  ).rejects.toMatchObject({ code: 'invalid-experiment', where: expect.stringMatching(/^split/) });
  await expect(
    studio.request('experiments.forwardPass', { spec, run: 'nothing' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a sample is looked at by its place in the dataset, unless it is sealed', async () => {
  const studio = openTestStudio();
  const spec = irisSpec(1);
  const first = await studio.request('experiments.forwardPass', { spec, place: 4 });
  const { index } = first;
  expect(await studio.request('experiments.forwardPass', { spec, sample: index })).toEqual(first);
  expect(first.sample).toMatchObject({ kind: 'table' });
  const id = spec.dataset;
  const filter = [{ kind: 'split' as const, split: 'test' as const, spec }];
  const { rows } = await studio.request('datasets.page', { id, offset: 0, limit: 1, filter });
  const sealed = rows[0]?.index;
  expect(sealed).toBeTypeOf('number');
  await expect(
    studio.request('experiments.forwardPass', { spec, sample: sealed }),
  ).rejects.toMatchObject({
    code: 'invalid-request',
    message: `Sample ${sealed} is in the test split, which stays sealed.`,
  });
  await expect(
    studio.request('experiments.forwardPass', { spec, sample: 150 }),
  ).rejects.toMatchObject({ code: 'invalid-request', message: 'Sample 150 is in no split.' });
});

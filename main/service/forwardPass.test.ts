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

test('a network that does not fit is refused at its layer, a run that is not there by name', async () => {
  const studio = openTestStudio();
  const model = { layers: [{ type: 'Conv2d', options: { outChannels: 2, kernelSize: 3 } }] };
  await expect(
    studio.request('experiments.forwardPass', { spec: irisSpec(1, { model }) }),
  ).rejects.toMatchObject({ code: 'invalid-experiment', where: 'model.layers[0]' });
  await expect(
    studio.request('experiments.forwardPass', { spec: irisSpec(1), run: 'nothing' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

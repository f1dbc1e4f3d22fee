import { expect, test } from 'vitest';
import { irisSpec, openTestStudio } from '../testing/testStudio.ts';

const progressOf = (events: readonly { readonly event: string }[]) =>
  events.filter(({ event }) => event === 'trial.progress');

test('a range test tells of itself by its name and draws the same points', async () => {
  const { request, events } = openTestStudio();
  const range = await request('experiments.learningRateRange', {
    spec: irisSpec(1),
    trial: 'rates-1',
  });
  expect(range.points.length).toBeGreaterThan(0);
  const told = events.flatMap((event) =>
    event.event === 'trial.progress' && event.trial === 'rates-1' ? event.points : [],
  );
  expect(told.length).toBeGreaterThan(0);
  expect(range.points.slice(0, told.length)).toEqual(told);
});

test('a trial without a name is told of to nobody', async () => {
  const { request, events } = openTestStudio();
  await request('experiments.overfitOneBatch', { spec: irisSpec(1) });
  expect(progressOf(events)).toEqual([]);
});

test('a cancelled trial is refused, and its name is free again', async () => {
  const { service, request } = openTestStudio();
  // It never learns anything, so that it is still in work when it is cancelled.
  const optimizer = { type: 'SGD', options: { learningRate: 1e-12 } };
  const trial = { spec: irisSpec(1, { optimizer, device: 'reference' }), trial: 'batch' };
  const end = service.onEvent((event) => {
    if (event.event !== 'trial.progress') return;
    end();
    void request('experiments.cancelTrial', { trial: 'batch' });
  });
  await expect(request('experiments.overfitOneBatch', trial)).rejects.toMatchObject({
    code: 'cancelled',
  });
  const again = request('experiments.overfitOneBatch', trial);
  await request('experiments.cancelTrial', { trial: 'batch' });
  await expect(again).rejects.toMatchObject({ code: 'cancelled' });
});

test('cancelling what is not in work does nothing', async () => {
  const { request } = openTestStudio();
  expect(await request('experiments.cancelTrial', { trial: 'nothing' })).toEqual({});
});

import { expect, test } from 'vitest';
import { hasEnded, irisSpec, openTestStudio, waitForRun } from './testing/testStudio.ts';

const sgd = (learningRate: number) => ({
  optimizer: { type: 'SGD', options: { learningRate } },
});

test('a run that has hardly begun is not judged', async () => {
  const studio = openTestStudio();
  const { id: run } = await studio.request('runs.start', { spec: irisSpec(2) });
  await waitForRun(studio, run, hasEnded);
  const diagnosis = await studio.request('runs.diagnose', { run });
  expect(diagnosis).toMatchObject({ state: 'too-early', numbers: { epochs: 2 }, remedies: [] });
});

test('the bundled experiment fits well, and the numbers say so', async () => {
  const studio = openTestStudio();
  const { id: run } = await studio.request('runs.start', { spec: irisSpec(40) });
  const { last } = await waitForRun(studio, run, hasEnded);
  const { state, numbers } = await studio.request('runs.diagnose', { run });
  expect(state).toBe('good-fit');
  expect(numbers.trainLoss).toBeCloseTo(Number(last?.train.loss), 1);
});

test('a run that ended by divergence is told as one', async () => {
  const studio = openTestStudio();
  const { id: run } = await studio.request('runs.start', { spec: irisSpec(20, sgd(1e30)) });
  await waitForRun(studio, run, hasEnded);
  const { state } = await studio.request('runs.diagnose', { run });
  expect(state).toBe('divergence');
});

test('a run that is not there has no diagnosis', async () => {
  const { request } = openTestStudio();
  await expect(request('runs.diagnose', { run: 'none' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

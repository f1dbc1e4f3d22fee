/** Pause, continue, step and change of the learning rate, as the service does them. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { openDatabase } from './store/SqlDatabase.ts';
import {
  ENDLESS_EPOCHS,
  hasEnded,
  hasEpochs,
  hasStatus,
  irisSpec,
  openTestStudio,
  type TestStudio,
  waitForRun,
} from './testing/testStudio.ts';

/** A run that is paused somewhere; iris has 5 iterations an epoch. */
async function pausedRun(studio: TestStudio): Promise<RunRecord> {
  const { request } = studio;
  const { id } = await request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  await waitForRun(studio, id, hasEpochs(1));
  return request('runs.pause', { run: id });
}

function trainerPid({ home }: TestStudio): number {
  const database = openDatabase(join(home, 'studio.db'));
  const row = database.get('SELECT trainer_pid AS pid FROM runs') as { pid: number };
  database.close();
  return row.pid;
}

test('a run pauses, goes step by step and goes on', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const paused = await pausedRun(studio);
  const { id } = paused;
  expect(paused).toMatchObject({ status: 'paused', endedAt: null });
  const before = paused.progress.iteration;
  expect(paused.position?.iteration).toBe(before);

  const stepped = await request('runs.step', { run: id, iterations: 7 });
  expect(stepped).toMatchObject({ status: 'paused', progress: { iteration: before + 7 } });
  expect(stepped.position?.iteration).toBe(before + 7);
  const { iterations } = await request('runs.metrics', { run: id, afterIteration: before });
  expect(iterations.map(({ iteration }) => iteration)).toEqual(
    Array.from({ length: 7 }, (_, index) => before + 1 + index),
  );
  expect(await request('runs.step', { run: id })).toMatchObject({
    progress: { iteration: before + 8 },
  });

  expect(await request('runs.continue', { run: id })).toMatchObject({ status: 'running' });
  await waitForRun(studio, id, hasEpochs((stepped.last?.epoch ?? 0) + 4));
  expect(await request('runs.stop', { run: id })).toMatchObject({ status: 'stopped' });
});

test('another learning rate is in the record, and in the iterations from there on', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const { id, progress } = await pausedRun(studio);
  const changed = await request('runs.setLearningRate', { run: id, learningRate: 0.002 });
  const change = { iteration: progress.iteration + 1, learningRate: 0.002 };
  expect(changed).toMatchObject({ status: 'paused', learningRateChanges: [change] });
  await request('runs.step', { run: id, iterations: 2 });
  const { iterations } = await request('runs.metrics', {
    run: id,
    afterIteration: progress.iteration - 1,
  });
  expect(iterations.map(({ learningRate }) => learningRate)).toEqual([0.01, 0.002, 0.002]);
  await request('runs.continue', { run: id });
  const again = await request('runs.setLearningRate', { run: id, learningRate: 0.003 });
  expect(again.learningRateChanges).toMatchObject([change, { learningRate: 0.003 }]);
  await request('runs.stop', { run: id });
});

test('the slot of a paused run stays taken', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const { id } = await pausedRun(studio);
  const waiting = await request('runs.start', { spec: irisSpec(1) });
  await request('runs.step', { run: id, iterations: 3 });
  expect(await request('runs.get', { run: waiting.id })).toMatchObject({ status: 'queued' });
  await expect(request('runs.remove', { run: id })).rejects.toMatchObject({ code: 'busy' });
  await request('runs.stop', { run: id });
  await waitForRun(studio, waiting.id, hasStatus('completed'));
});

test('a paused run whose trainer dies is crashed, and goes on from where it was paused', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const { id, position } = await pausedRun(studio);
  process.kill(trainerPid(studio), 'SIGKILL');
  const crashed = await waitForRun(studio, id, hasEnded);
  expect(crashed).toMatchObject({ status: 'crashed', position });
  expect(crashed.error?.hint).toContain(`up to iteration ${position?.iteration} (epoch`);
  const resumed = await request('runs.resume', { run: id });
  expect(resumed.progress.iteration).toBe(position?.iteration);
  await waitForRun(studio, id, hasEpochs((position?.epoch ?? 0) + 1));
  await request('runs.stop', { run: id });
});

test('a studio that closes with a paused run keeps it as it was', async () => {
  const studio = openTestStudio();
  const { id } = await pausedRun(studio);
  const { position } = await studio.request('runs.step', { run: id, iterations: 3 });
  await studio.service.close();
  const again = openTestStudio(studio.home);
  expect(await again.request('runs.get', { run: id })).toMatchObject({
    status: 'stopped',
    position,
  });
});

test('a paused run that is stopped before its first epoch is done goes on all the same', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const { id } = await request('runs.start', { spec: irisSpec(2) });
  await request('runs.pause', { run: id });
  const { progress } = await request('runs.get', { run: id });
  if (progress.iteration === 0) await request('runs.step', { run: id });
  await request('runs.stop', { run: id });
  await request('runs.resume', { run: id });
  await waitForRun(studio, id, hasStatus('completed'));
});

test('what cannot be done says why', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const { id } = await pausedRun(studio);
  const waiting = await request('runs.start', { spec: irisSpec(1) });
  await expect(request('runs.pause', { run: waiting.id })).rejects.toMatchObject({
    code: 'invalid-request',
    message: `Run "${waiting.id}" is queued.`,
    hint: 'Only a run that is training or paused can be controlled.',
  });
  for (const learningRate of [0, -1]) {
    await expect(request('runs.setLearningRate', { run: id, learningRate })).rejects.toMatchObject({
      code: 'invalid-request',
      where: 'learningRate',
      message: expect.stringContaining(`Received ${learningRate}.`),
    });
  }
  await expect(request('runs.step', { run: id, iterations: 0 })).rejects.toMatchObject({
    code: 'invalid-request',
  });
  await request('runs.continue', { run: id });
  await expect(request('runs.step', { run: id })).rejects.toMatchObject({
    hint: 'Pause it first, then go step by step.',
  });
  const other = openTestStudio(studio.home);
  await expect(other.request('runs.pause', { run: id })).rejects.toMatchObject({
    code: 'busy',
    hint: 'Control it in the window or terminal that started it.',
  });
  await request('runs.stop', { run: waiting.id });
  await request('runs.stop', { run: id });
});

test('a run on mixed samples, which are right in parts, pauses inside an epoch and stops', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const augmentation = [{ type: 'MixUp', options: {} }];
  const { id } = await request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS, { augmentation }) });
  await waitForRun(studio, id, hasEpochs(1));
  await request('runs.pause', { run: id });
  for (let step = 0; step < 5; step += 1) {
    expect(await request('runs.step', { run: id })).toMatchObject({ status: 'paused' });
  }
  expect(await request('runs.stop', { run: id })).toMatchObject({ status: 'stopped', error: null });
});

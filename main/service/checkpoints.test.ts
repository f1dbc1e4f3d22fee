/** The weights of every n-th epoch: kept, listed, used, and taken away with their run. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from './store/SqlDatabase.ts';
import {
  ENDLESS_EPOCHS,
  hasEpochs,
  hasStatus,
  irisSpec,
  openTestStudio,
  type TestStudio,
  waitForRun,
} from './testing/testStudio.ts';

const everyThird = (epochs: number) => {
  const spec = irisSpec(epochs);
  return { ...spec, training: { ...spec.training, checkpointEvery: 3 } };
};

async function trainedRun(studio: TestStudio, epochs: number): Promise<string> {
  const { id } = await studio.request('runs.start', { spec: everyThird(epochs) });
  await waitForRun(studio, id, hasStatus('completed'));
  return id;
}

function rows({ home }: TestStudio, sql: string): unknown[] {
  const database = openDatabase(join(home, 'studio.db'));
  const all = database.all(sql);
  database.close();
  return all;
}

test('every third epoch is kept, beside the last and the best, and can be used', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const run = await trainedRun(studio, 10);
  const { bestEpoch } = await request('runs.get', { run });
  const { checkpoints, bytes } = await request('runs.checkpoints', { run });
  const wanted = [...new Set([3, 6, 9, 10, bestEpoch])].sort((a, b) => Number(a) - Number(b));
  expect(checkpoints.map(({ epoch }) => epoch)).toEqual(wanted);
  expect(checkpoints.filter(({ isLast }) => isLast)).toMatchObject([{ epoch: 10 }]);
  expect(checkpoints.filter(({ isBest }) => isBest)).toMatchObject([{ epoch: bestEpoch }]);
  expect(bytes).toBe(checkpoints.reduce((total, one) => total + one.bytes, 0));

  const { epochs } = await request('runs.metrics', { run });
  for (const epoch of [3, 6]) {
    const measured = await request('runs.evaluate', { run, split: 'validation', epoch });
    expect(measured.epoch).toBe(epoch);
    expect(measured.metrics.loss).toBeCloseTo(epochs[epoch - 1]?.validation.loss ?? 0, 6);
  }
  const path = join(studio.home, 'three.safetensors');
  await request('runs.export', { run, format: 'safetensors', path, epoch: 3 });
  const sample = { kind: 'table' as const, values: [5, 3, 1.5, 0.2] };
  const early = await request('runs.predict', { run, sample, epoch: 3 });
  const best = await request('runs.predict', { run, sample });
  expect(early).not.toEqual(best);
  await expect(
    request('runs.evaluate', { run, split: 'validation', epoch: 4 }),
  ).rejects.toMatchObject({
    code: 'not-found',
    where: 'epoch',
    hint: `Epochs with a checkpoint: ${wanted.join(', ')}.`,
  });
  await request('runs.remove', { run });
  expect(rows(studio, 'SELECT * FROM checkpoints')).toEqual([]);
});

test('a run that goes on from an earlier checkpoint ends as the run that never did', async () => {
  const straight = openTestStudio();
  await trainedRun(straight, 30);
  const checkpoints = 'SELECT epoch, sha256 FROM checkpoints ORDER BY epoch';
  const iterations = 'SELECT * FROM iteration_metrics ORDER BY iteration';

  const studio = openTestStudio();
  const { request } = studio;
  const { id } = await request('runs.start', { spec: everyThird(30) });
  await waitForRun(studio, id, hasEpochs(7));
  const stopped = await request('runs.stop', { run: id });
  if (stopped.status === 'stopped') {
    await expect(request('runs.resume', { run: id, epoch: 5000 })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await request('runs.resume', { run: id, epoch: 3 })).toMatchObject({
      last: { epoch: 3 },
      position: { epoch: 3, iteration: 15 },
      progress: { epoch: 3, iteration: 15 },
    });
  }
  await waitForRun(studio, id, hasStatus('completed'));
  for (const sql of [checkpoints, iterations])
    expect(rows(studio, sql)).toEqual(rows(straight, sql));
});

test('more checkpoints than can be kept are refused before the start', async () => {
  const { request } = openTestStudio();
  const spec = irisSpec(ENDLESS_EPOCHS);
  const wanted = { ...spec, training: { ...spec.training, checkpointEvery: 1 } };
  await expect(request('runs.start', { spec: wanted })).rejects.toMatchObject({
    code: 'invalid-experiment',
    where: 'training.checkpointEvery',
  });
});

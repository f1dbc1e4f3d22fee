import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LayerStatistics } from '../../core/contract/LayerStatistics.ts';
import { readModelFile } from '../../core/model/readModelFile.ts';
import { openDatabase } from './store/SqlDatabase.ts';
import {
  ENDLESS_EPOCHS,
  hasEnded,
  hasEpochs,
  hasStatus,
  irisSpec,
  openTestStudio,
  type TestStudio,
  temporaryFolder,
  waitForRun,
} from './testing/testStudio.ts';

async function train(studio: TestStudio, ...spec: Parameters<typeof irisSpec>) {
  const { id } = await studio.request('runs.start', { spec: irisSpec(...spec) });
  return waitForRun(studio, id, hasEnded);
}

async function exportedWeights({ request }: TestStudio, run: string) {
  const path = join(temporaryFolder(), 'model.json');
  await request('runs.export', { run, format: 'json', path });
  return readModelFile(readFileSync(path, 'utf8')).weights;
}

function lookInto<T>({ home }: TestStudio, sql: string): T[] {
  const database = openDatabase(join(home, 'studio.db'));
  const rows = database.all(sql) as T[];
  database.close();
  return rows;
}

function trainerPid(studio: TestStudio): number {
  const sql = "SELECT trainer_pid AS pid FROM runs WHERE status = 'running'";
  const [running] = lookInto<{ pid: number }>(studio, sql);
  if (!running) throw new Error('Nothing trains.');
  return running.pid;
}

test.each(['cpu', 'reference'] as const)('a run on %s completes', async (device) => {
  const studio = openTestStudio();
  const run = await train(studio, 3, { device });
  expect(run).toMatchObject({ status: 'completed', error: null, last: { epoch: 3 } });
  expect(run.executor?.name).toBe(device === 'cpu' ? 'onnx' : 'reference');
  expect(run.sealHash).toMatch(/^[0-9a-f]{64}$/);
  expect(run.progress).toMatchObject({ epoch: 3, epochs: 3, secondsLeft: 0 });
  const metrics = await studio.request('runs.metrics', { run: run.id });
  expect(metrics.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  expect(metrics.iterations.map(({ iteration }) => iteration)).toEqual(
    Array.from({ length: run.progress.iterations }, (_, index) => index + 1),
  );
  const kept = lookInto<{ epoch: number }>(studio, 'SELECT epoch FROM checkpoints ORDER BY epoch');
  expect(kept.map(({ epoch }) => epoch)).toEqual([...new Set([run.bestEpoch, 3])]);
  const told = studio.events.flatMap((event) =>
    event.event === 'run.progress' ? event.epochs : [],
  );
  expect(told).toEqual(metrics.epochs);
});

test('the same seed twice gives bit-identical weights, another seed others', async () => {
  const studio = openTestStudio();
  const [first, second] = [await train(studio, 5), await train(studio, 5)];
  const other = await train(studio, 5, { seed: 1 });
  const weights = await exportedWeights(studio, first.id);
  expect(await exportedWeights(studio, second.id)).toEqual(weights);
  expect(await exportedWeights(studio, other.id)).not.toEqual(weights);
});

test('evaluation uses the best epoch, and every opening of the test split is recorded', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const { id, bestEpoch } = await train(studio, 20);
  const { epochs } = await request('runs.metrics', { run: id });
  const best = epochs.find(({ epoch }) => epoch === bestEpoch);
  expect(best?.validation.loss).toBe(Math.min(...epochs.map(({ validation }) => validation.loss)));
  const validation = await request('runs.evaluate', { run: id, split: 'validation' });
  expect(validation).toMatchObject({ epoch: bestEpoch, samples: 30, testOpenings: 0 });
  expect(validation.metrics.loss).toBeCloseTo(best?.validation.loss ?? Number.NaN, 6);
  for (const openings of [1, 2]) {
    const opened = await request('runs.evaluate', { run: id, split: 'test' });
    expect(opened.testOpenings).toBe(openings);
  }
  expect((await request('runs.get', { run: id })).testOpenedAt).toHaveLength(2);
});

test('predictions come from the raw values of a page', async () => {
  const studio = openTestStudio();
  const { id } = await train(studio, 40);
  const page = await studio.request('datasets.page', { id: 'iris', offset: 0, limit: 1 });
  const { values = [], target } = page.rows[0] ?? {};
  const sample = { kind: 'table' as const, values };
  const { top } = await studio.request('runs.predict', { run: id, sample });
  expect(top[0]?.label).toBe(target);
});

test('a stop keeps what was committed; a queued run is stopped at once', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const first = await request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  const second = await request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  expect(second.status).toBe('queued');
  await expect(request('runs.remove', { run: second.id })).rejects.toMatchObject({ code: 'busy' });
  expect(await request('runs.stop', { run: second.id })).toMatchObject({ status: 'stopped' });
  await waitForRun(studio, first.id, hasEpochs(2));
  const stopped = await request('runs.stop', { run: first.id });
  expect(stopped).toMatchObject({ status: 'stopped', error: null });
  const { epochs } = await request('runs.metrics', { run: first.id });
  expect(epochs).toHaveLength(stopped.last?.epoch ?? 0);
  await request('runs.evaluate', { run: first.id, split: 'validation' });
});

test('a killed trainer costs its run alone: what it had committed stays, and the queue goes on', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const first = await request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  const second = await request('runs.start', { spec: irisSpec(2) });
  await waitForRun(studio, first.id, hasEpochs(3));
  process.kill(trainerPid(studio), 'SIGKILL');
  const crashed = await waitForRun(studio, first.id, hasEnded);
  expect(crashed).toMatchObject({
    status: 'crashed',
    error: { code: 'trainer-crashed', message: expect.stringContaining('SIGKILL') },
  });
  const last = crashed.last?.epoch ?? 0;
  expect(crashed.error?.hint).toContain(`(epoch ${last}) are kept`);
  const { epochs } = await request('runs.metrics', { run: first.id });
  expect(epochs.map(({ epoch }) => epoch)).toEqual(epochs.map((_, index) => index + 1));
  expect(epochs).toHaveLength(last);
  await request('runs.evaluate', { run: first.id, split: 'validation' });
  expect(await waitForRun(studio, second.id, hasEnded)).toMatchObject({ status: 'completed' });
});

test('a diverged run fails with what to do, and keeps its epochs', async () => {
  const studio = openTestStudio();
  const optimizer = { type: 'SGD', options: { learningRate: 1e30 } };
  const run = await train(studio, 20, { optimizer });
  expect(run).toMatchObject({ status: 'failed', error: { code: 'diverged' } });
  const [finding] = run.findings;
  expect(finding).toMatchObject({ kind: 'not-finite', layer: expect.any(Array) });
  expect(run.error?.message).toContain(finding?.text.en);
  expect(run.error?.where).toBe(`model.layers[${finding?.layer}]`);
});

test('the layers of a run can be looked into, while it trains and behind its end', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const { id } = await request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  await waitForRun(studio, id, hasEpochs(3));
  const live = await request('runs.layerStatistics', { run: id });
  expect(live.epoch).toBeGreaterThanOrEqual(3);
  expect((await request('runs.get', { run: id })).status).toBe('running');
  const { last, spec, bestEpoch } = await request('runs.stop', { run: id });
  const statistics = await request('runs.layerStatistics', { run: id });
  expect(LayerStatistics.parse(statistics)).toEqual(statistics);
  expect(statistics).toMatchObject({ run: id, epoch: last?.epoch, iteration: last?.iteration });
  expect(statistics.layers.map(({ type }) => type)).toEqual(
    spec.model.layers.map(({ type }) => type),
  );
  const best = await request('runs.layerStatistics', { run: id, epoch: Number(bestEpoch) });
  expect(best.epoch).toBe(bestEpoch);
  const unkept = request('runs.layerStatistics', { run: id, epoch: ENDLESS_EPOCHS });
  await expect(unkept).rejects.toMatchObject({ code: 'not-found', where: 'epoch' });
  const { checkpoints } = await request('runs.checkpoints', { run: id });
  const dropped = [1, 2, 3].find((one) => !checkpoints.some(({ epoch }) => epoch === one))!;
  await expect(request('runs.layerStatistics', { run: id, epoch: dropped })).rejects.toMatchObject({
    hint: `Epochs with a checkpoint: ${checkpoints.map(({ epoch }) => epoch).join(', ')}.`,
  });
});

test('a run keeps its penalty and the tracked norms of its gradients', async () => {
  const studio = openTestStudio();
  const { training } = irisSpec(2);
  const run = await train(studio, 2, {
    optimizer: { type: 'SGD', options: { learningRate: 0.01, weightDecay: 0.1 } },
    training: { ...training, epochs: 2, trackGradientNorm: true },
  });
  expect(run.last?.penalty).toBeGreaterThan(0);
  expect(run.last?.gradientNorm).toBeGreaterThan(0);
  const { iterations } = await studio.request('runs.metrics', { run: run.id });
  for (const { gradientNorm } of iterations) expect(gradientNorm).toBeGreaterThan(0);
});

test('runs are there after a restart', async () => {
  const studio = openTestStudio();
  const run = await train(studio, 2);
  await studio.service.close();
  const again = openTestStudio(studio.home);
  expect(await again.request('runs.list', {})).toEqual([run]);
});

test('closing stops what trains', async () => {
  const studio = openTestStudio();
  const { id } = await studio.request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  await waitForRun(studio, id, hasEpochs(1));
  await studio.service.close();
  const { request } = openTestStudio(studio.home);
  expect(await request('runs.get', { run: id })).toMatchObject({ status: 'stopped' });
});

test('two services share a home; only the death of its owner makes a run crashed', async () => {
  const studio = openTestStudio();
  const { id } = await studio.request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  await waitForRun(studio, id, hasEpochs(1));
  const other = openTestStudio(studio.home);
  expect(await other.request('runs.get', { run: id })).toMatchObject({ status: 'running' });
  await expect(other.request('runs.stop', { run: id })).rejects.toMatchObject({ code: 'busy' });
  const { id: second } = await other.request('runs.start', { spec: irisSpec(2) });
  expect(second).not.toBe(id);
  expect(await waitForRun(other, second, hasEnded)).toMatchObject({ status: 'completed' });
  const database = openDatabase(join(studio.home, 'studio.db'));
  database.run('UPDATE owners SET pid = 99999999');
  database.close();
  const [, orphan] = await other.request('runs.list', {});
  expect(orphan).toMatchObject({ id, status: 'crashed', error: { code: 'service-crashed' } });
  await studio.request('runs.stop', { run: id });
});

test('a run keeps the experiment it was started from, whatever that is called since', async () => {
  const { request } = await openTestStudio();
  const spec = irisSpec(1);
  const { id: experiment } = await request('experiments.create', { name: 'iris', spec });
  const { id: run } = await request('runs.start', { spec, experiment });
  await request('experiments.save', { id: experiment, spec: { ...spec, name: 'renamed' } });
  const experimentOf = async (id: string) => (await request('runs.get', { run: id })).experiment;
  expect(await experimentOf(run)).toBe(experiment);
  const { id: other } = await request('runs.start', { spec, experiment: 'not-stored' });
  expect(await experimentOf(other)).toBe(null);
  await request('experiments.remove', { id: experiment });
  expect(await experimentOf(run)).toBe(null);
});

test('renaming and removing a run are told', async () => {
  const studio = openTestStudio();
  const { request, events } = studio;
  const { id } = await train(studio, 1);
  expect(await request('runs.rename', { run: id, name: '첫 번째' })).toMatchObject({
    name: '첫 번째',
  });
  await request('runs.remove', { run: id });
  expect(events.at(-1)).toEqual({ event: 'run.removed', run: id });
  await expect(request('runs.get', { run: id })).rejects.toMatchObject({ code: 'not-found' });
  expect(hasStatus('completed')(await train(studio, 1))).toBe(true);
});

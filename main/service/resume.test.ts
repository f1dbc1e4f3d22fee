/** A run that was interrupted in any way and resumed is the run that never was. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { randomAt } from '../../core/random/randomAt.ts';
import { openDatabase } from './store/SqlDatabase.ts';
import {
  ENDLESS_EPOCHS,
  hasEnded,
  hasEpochs,
  irisSpec,
  openTestStudio,
  type TestStudio,
  waitForRun,
} from './testing/testStudio.ts';

const EPOCHS = 400;

function select<T>({ home }: TestStudio, sql: string): T[] {
  const database = openDatabase(join(home, 'studio.db'));
  const rows = database.all(sql) as T[];
  database.close();
  return rows;
}

/** All that the store keeps of the only run's training, without times. */
function trainedRows(studio: TestStudio) {
  return {
    checkpoints: select(studio, 'SELECT epoch, sha256 FROM checkpoints ORDER BY epoch'),
    iterations: select(studio, 'SELECT * FROM iteration_metrics ORDER BY iteration'),
    epochs: select<Record<string, unknown>>(
      studio,
      'SELECT * FROM epoch_metrics ORDER BY epoch',
    ).map(({ seconds: _, ...measured }) => measured),
    run: select(studio, 'SELECT id, status, best_epoch, error, learning_rate_changes FROM runs'),
    positions: select(studio, 'SELECT * FROM positions'),
  };
}

async function straightRun(spec: ExperimentSpec) {
  const studio = openTestStudio();
  const { id } = await studio.request('runs.start', { spec });
  await waitForRun(studio, id, hasEnded);
  return trainedRows(studio);
}

function killTrainer(studio: TestStudio): void {
  const sql = "SELECT trainer_pid AS pid FROM runs WHERE status = 'running'";
  const pid = select<{ pid: number | null }>(studio, sql)[0]?.pid;
  if (pid) process.kill(pid, 'SIGKILL');
}

const changes: Partial<ExperimentSpec> = {
  optimizer: { type: 'NAdam', options: { learningRate: 0.002 } },
  schedule: { type: 'ReduceLROnPlateau', options: { patience: 1, threshold: 0.01, factor: 0.9 } },
};

test('a trainer killed at any moment costs nothing that a resumption does not bring back', async () => {
  const spec = irisSpec(EPOCHS, changes);
  const expected = await straightRun(spec);
  const studio = openTestStudio();
  const random = randomAt({ seed: 3, stream: 'augment' });
  const { id } = await studio.request('runs.start', { spec });
  let kills = 0;
  for (let epoch = 1; epoch < EPOCHS; epoch += 1 + Math.floor(random.nextFloat() * 100)) {
    const reached = await waitForRun(studio, id, (run) => hasEpochs(epoch)(run) || hasEnded(run));
    if (hasEnded(reached)) break;
    await new Promise((resolve) => setTimeout(resolve, random.nextFloat() * 60));
    killTrainer(studio);
    const ended = await waitForRun(studio, id, hasEnded);
    if (ended.status === 'completed') break;
    kills += 1;
    const resumed = await studio.request('runs.resume', { run: id });
    expect(resumed).toMatchObject({ id, error: null, endedAt: null, last: ended.last });
  }
  expect(kills).toBeGreaterThan(0);
  const completed = await waitForRun(studio, id, hasEnded);
  expect(completed).toMatchObject({ status: 'completed', resumedAt: expect.any(Number) });
  expect(trainedRows(studio)).toEqual(expected);
});

/** Paused behind exactly this iteration, with another learning rate from there on. */
async function startChanged({ request }: TestStudio, spec: ExperimentSpec): Promise<string> {
  const { id } = await request('runs.start', { spec });
  const { progress } = await request('runs.pause', { run: id });
  await request('runs.step', { run: id, iterations: CHANGED_BEHIND - progress.iteration });
  await request('runs.setLearningRate', { run: id, learningRate: 0.004 });
  return id;
}

const CHANGED_BEHIND = 103;
const INTERRUPTED_EPOCHS = 60;

/** 6 iterations an epoch, the last of 10 samples. */
const shortLast = (device: ExperimentSpec['device']) => {
  const spec = irisSpec(INTERRUPTED_EPOCHS, { ...changes, device });
  return { ...spec, training: { ...spec.training, dropLast: false, checkpointEvery: 25 } };
};

test.each(['cpu', 'reference'] as const)(
  'on %s, paused, stepped, stopped and killed anywhere, with another learning rate: the same run',
  async (device) => {
    const straight = openTestStudio();
    const whole = await startChanged(straight, shortLast(device));
    await straight.request('runs.continue', { run: whole });
    await waitForRun(straight, whole, hasEnded);

    const studio = openTestStudio();
    const { request } = studio;
    const random = randomAt({ seed: 5, stream: 'augment' });
    const id = await startChanged(studio, shortLast(device));
    for (let interruption = 0; interruption < 4; interruption++) {
      const { iteration } = (await request('runs.get', { run: id })).progress;
      const iterations = 1 + Math.floor(random.nextFloat() * 40);
      if (interruption !== 2) {
        expect((await request('runs.step', { run: id, iterations })).progress.iteration).toBe(
          iteration + iterations,
        );
      }
      if (interruption % 2 === 0) await request('runs.stop', { run: id });
      else killTrainer(studio);
      await waitForRun(studio, id, hasEnded);
      await request('runs.resume', { run: id });
      const paused = await request('runs.pause', { run: id });
      if (hasEnded(paused)) break;
    }
    await request('runs.continue', { run: id }).catch(() => undefined);
    expect(await waitForRun(studio, id, hasEnded)).toMatchObject({ status: 'completed' });
    expect(trainedRows(studio)).toEqual(trainedRows(straight));
  },
);

test('a stopped run goes on after a restart of the studio', async () => {
  const spec = irisSpec(EPOCHS);
  const expected = await straightRun(spec);
  const studio = openTestStudio();
  const { id } = await studio.request('runs.start', { spec });
  await waitForRun(studio, id, hasEpochs(1));
  await studio.request('runs.stop', { run: id });
  await studio.service.close();
  const again = openTestStudio(studio.home);
  const stopped = await again.request('runs.get', { run: id });
  if (stopped.status === 'stopped') await again.request('runs.resume', { run: id });
  await waitForRun(again, id, hasEnded);
  expect(trainedRows(again)).toEqual(expected);
});

test('what was stored of an unfinished epoch goes when the run goes on, and not before', async () => {
  const studio = openTestStudio();
  const { id } = await studio.request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  await waitForRun(studio, id, hasEpochs(2));
  const { last } = await studio.request('runs.stop', { run: id });
  const iteration = last?.iteration ?? 0;
  const database = openDatabase(join(studio.home, 'studio.db'));
  database.run('DELETE FROM iteration_metrics WHERE iteration > ?', iteration);
  database.run(
    'INSERT INTO iteration_metrics VALUES (1, ?, 999999, 0.5, 0.1, NULL)',
    iteration + 1,
  );
  database.run("UPDATE runs SET dataset_hash = ? WHERE id = 'iris-1'", 'f'.repeat(64));
  const count = () => database.get('SELECT count(*) AS rows FROM iteration_metrics');
  await expect(studio.request('runs.resume', { run: id })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(count()).toEqual({ rows: iteration + 1 });
  const { hash } = await studio.request('datasets.get', { id: 'iris' });
  database.run('UPDATE runs SET dataset_hash = ?', hash);
  const resumed = await studio.request('runs.resume', { run: id });
  expect(resumed.progress).toMatchObject({ epoch: last?.epoch, iteration });
  await waitForRun(studio, id, hasEpochs((last?.epoch ?? 0) + 1));
  await studio.request('runs.stop', { run: id });
  const sql = 'SELECT epoch FROM iteration_metrics WHERE iteration = ?';
  expect(database.get(sql, iteration + 1)).toEqual({ epoch: (last?.epoch ?? 0) + 1 });
  database.close();
});

test('the best weights from before the interruption stay in use', async () => {
  const studio = openTestStudio();
  const optimizer = { type: 'SGD', options: { learningRate: 1e-6 } };
  const { id } = await studio.request('runs.start', {
    spec: irisSpec(ENDLESS_EPOCHS, { optimizer }),
  });
  await waitForRun(studio, id, hasEpochs(3));
  const stopped = await studio.request('runs.stop', { run: id });
  const database = openDatabase(join(studio.home, 'studio.db'));
  // As if nothing that follows were better than epoch 1.
  database.run('UPDATE epoch_metrics SET validation_loss = 0 WHERE epoch = ?', stopped.bestEpoch);
  database.close();
  await studio.request('runs.resume', { run: id });
  await waitForRun(studio, id, hasEpochs((stopped.last?.epoch ?? 0) + 2));
  await studio.request('runs.stop', { run: id });
  const evaluation = await studio.request('runs.evaluate', { run: id, split: 'validation' });
  expect(evaluation.epoch).toBe(stopped.bestEpoch);
});

test('what cannot go on says why', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const resume = (run: string) => request('runs.resume', { run });
  await expect(resume('nothing')).rejects.toMatchObject({ code: 'not-found' });
  const { id } = await request('runs.start', { spec: irisSpec(1) });
  await waitForRun(studio, id, hasEnded);
  await expect(resume(id)).rejects.toMatchObject({ message: `Run "${id}" is completed.` });
  const first = await request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  const second = await request('runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  await expect(resume(first.id)).rejects.toMatchObject({ code: 'busy' });
  await expect(resume(second.id)).rejects.toMatchObject({ code: 'busy' });
  await request('runs.stop', { run: second.id });
  await expect(resume(second.id)).rejects.toMatchObject({
    code: 'invalid-request',
    message: `Run "${second.id}" has nothing kept to go on from.`,
  });
});

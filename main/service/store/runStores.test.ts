import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GuardFinding } from '../../../core/contract/GuardFinding.ts';
import type { Evaluation } from '../../../core/contract/RunRecord.ts';
import { addTestRun, epochMetrics, openTestStore } from '../testing/testStore.ts';
import { temporaryFolder } from '../testing/testStudio.ts';
import { openDatabase } from './SqlDatabase.ts';

const finding = (epoch: number, changes: Partial<GuardFinding> = {}): GuardFinding => ({
  kind: 'dead-units',
  epoch,
  lastEpoch: epoch,
  iteration: epoch,
  layer: [1],
  layerType: 'ReLU',
  tensor: null,
  numbers: { dead: epoch },
  text: { en: 'Dead.', ko: '죽음.' },
  remedies: [],
  ...changes,
});

test('a finding of the same kind and layer takes the place of the one before, from its epoch on', async () => {
  const store = openTestStore();
  const run = await addTestRun(store);
  expect(store.runs.get(run).findings).toEqual([]);
  for (const epoch of [2, 4]) store.findings.add(run, finding(epoch));
  store.findings.add(run, finding(3, { layer: [1, 0] }));
  store.findings.add(
    run,
    finding(5, { kind: 'not-finite', layer: null, numbers: { to: Number.NaN } }),
  );
  expect(store.runs.get(run).findings).toEqual([
    { ...finding(4), epoch: 2 },
    finding(3, { layer: [1, 0] }),
    finding(5, { kind: 'not-finite', layer: null, numbers: { to: Number.NaN } }),
  ]);
  store.findings.drop(run, { after: 3 });
  expect(store.runs.get(run).findings.map(({ epoch }) => epoch)).toEqual([2, 3]);
});

test('run ids count up and are never given twice', async () => {
  const store = openTestStore();
  expect(await addTestRun(store)).toBe('iris-1');
  expect(await addTestRun(store)).toBe('iris-2');
  store.runs.remove('iris-2');
  expect(await addTestRun(store)).toBe('iris-3');
  expect(store.runs.list().map(({ id }) => id)).toEqual(['iris-3', 'iris-1']);
});

test('a record holds its last epoch, and a loss that is not finite comes back as NaN', async () => {
  const store = openTestStore();
  const run = await addTestRun(store);
  expect(store.runs.get(run).last).toBeNull();
  store.metrics.addEpoch(run, epochMetrics(1));
  store.metrics.addEpoch(run, epochMetrics(2, Number.NaN));
  expect(store.runs.get(run).last).toEqual(epochMetrics(2, Number.NaN));
  expect(store.metrics.listEpochs(run, { after: 1, maximum: 4 })).toEqual([
    epochMetrics(2, Number.NaN),
  ]);
});

test('removing a run removes all that belongs to it', async () => {
  const path = join(temporaryFolder(), 'studio.db');
  const store = openTestStore(path);
  const run = await addTestRun(store);
  store.metrics.addEpoch(run, epochMetrics(1));
  store.metrics.addIterations(run, [
    { iteration: 1, epoch: 1, loss: 1, gradientNorm: null, learningRate: 0.1 },
  ]);
  store.checkpoints.add(run, { epoch: 1, data: new Uint8Array([1]) });
  store.positions.set(run, { epoch: 2, iteration: 6, sums, data: new Uint8Array([1]) });
  store.evaluations.openTestSplit(run, 5);
  store.findings.add(run, finding(1));
  store.runs.remove(run);
  const database = openDatabase(path);
  const tables = ['findings', 'epoch_metrics', 'iteration_metrics', 'checkpoints', 'positions'];
  for (const table of [...tables, 'test_openings']) {
    expect(database.get(`SELECT count(*) AS count FROM ${table}`)).toEqual({ count: 0 });
  }
  database.close();
});

test('test openings are counted and listed with their times', async () => {
  const store = openTestStore();
  const run = await addTestRun(store);
  expect(store.evaluations.openTestSplit(run, 30)).toBe(1);
  expect(store.evaluations.openTestSplit(run, 20)).toBe(2);
  expect(store.runs.get(run).testOpenedAt).toEqual([20, 30]);
});

test('a split measured again with the same weights keeps one evaluation', async () => {
  const path = join(temporaryFolder(), 'studio.db');
  const store = openTestStore(path);
  const run = await addTestRun(store);
  const evaluation: Evaluation = {
    run,
    split: 'validation',
    epoch: 1,
    samples: 1,
    metrics: { loss: 1, accuracy: null },
    confusion: null,
    classification: null,
    regression: null,
    misclassified: [],
    testOpenings: 0,
    evaluatedAt: 1,
  };
  store.evaluations.add(evaluation);
  store.evaluations.add({ ...evaluation, evaluatedAt: 2 });
  store.evaluations.add({ ...evaluation, epoch: 2, evaluatedAt: 3 });
  const database = openDatabase(path);
  expect(store.evaluations.latest(run)).toEqual([{ ...evaluation, epoch: 2, evaluatedAt: 3 }]);
  const kept = database.all('SELECT evaluated_at AS time FROM evaluations ORDER BY time');
  database.close();
  expect(kept).toEqual([{ time: 2 }, { time: 3 }]);
});

test('a damaged checkpoint is refused', async () => {
  const path = join(temporaryFolder(), 'studio.db');
  const store = openTestStore(path);
  const run = await addTestRun(store);
  store.checkpoints.add(run, { epoch: 1, data: new Uint8Array([1, 2, 3]) });
  expect(store.checkpoints.get(run, 1).data).toEqual(Buffer.from([1, 2, 3]));
  const database = openDatabase(path);
  database.run("UPDATE checkpoints SET data = x'010203ff'");
  database.close();
  expect(() => store.checkpoints.get(run, 1)).toThrow('its sha256 does not match');
});

const sums = { iterations: 2, samples: 32, loss: 0.1 + 0.2, correct: 30, seconds: 0.5 };

test('a position comes back as it was, is one a run, and is refused when damaged', async () => {
  const path = join(temporaryFolder(), 'studio.db');
  const store = openTestStore(path);
  const run = await addTestRun(store);
  expect(store.positions.get(run)).toBeNull();
  store.positions.set(run, { epoch: 1, iteration: 1, sums, data: new Uint8Array([1]) });
  const position = { epoch: 1, iteration: 2, sums, data: Buffer.from([1, 2]) };
  store.positions.set(run, position);
  expect(store.positions.get(run)).toEqual(position);
  expect(store.positions.bytes(run)).toBe(2);
  expect(store.runs.get(run)).toMatchObject({
    position: { epoch: 1, iteration: 2 },
    trainingSeconds: 0.5,
  });
  const database = openDatabase(path);
  database.run("UPDATE positions SET data = x'0103'");
  database.close();
  expect(() => store.positions.get(run)).toThrow(
    'The state behind iteration 2 of run "iris-1" is damaged: its sha256 does not match.',
  );
  store.positions.drop(run);
  expect(store.runs.get(run)).toMatchObject({ position: null, trainingSeconds: null });
});

test('checkpoints that are wanted stay, the others go', async () => {
  const store = openTestStore();
  const run = await addTestRun(store);
  for (let epoch = 1; epoch <= 9; epoch++) {
    store.checkpoints.add(run, { epoch, data: new Uint8Array(epoch) });
  }
  store.checkpoints.keepOnly(run, [9, 5], 4);
  expect(store.checkpoints.list(run)).toEqual(
    [4, 5, 8, 9].map((epoch) => ({ epoch, bytes: epoch })),
  );
  store.checkpoints.dropAfter(run, 8);
  store.checkpoints.keepOnly(run, [8]);
  expect(store.checkpoints.list(run)).toEqual([{ epoch: 8, bytes: 8 }]);
});

test('a paused run is an unfinished one of its dataset', async () => {
  const store = openTestStore();
  const run = await addTestRun(store);
  store.runs.change(run, { status: 'paused' });
  expect(store.runs.get(run).status).toBe('paused');
  expect(store.runs.listUsing('iris')).toEqual([run]);
  expect(store.runs.listUnfinished()).toMatchObject([{ id: run }]);
  store.runs.change(run, { status: 'crashed' });
  expect(store.runs.get(run).status).toBe('crashed');
});

test('thinned iterations keep the extremes, the order and the bound', async () => {
  const store = openTestStore();
  const run = await addTestRun(store);
  const points = Array.from({ length: 5000 }, (_, index) => ({
    iteration: index + 1,
    epoch: 1,
    loss: Math.sin(index * 12.9898) * 43758.5453,
    gradientNorm: null,
    learningRate: 0.1,
  }));
  store.metrics.addIterations(run, points);
  const losses = points.map(({ loss }) => loss);
  const arbitrary = { maximumPoints: fc.integer({ min: 4, max: 6000 }) };
  fc.assert(
    fc.property(fc.record(arbitrary), ({ maximumPoints }) => {
      const kept = store.metrics.listIterations(run, {
        after: 0,
        maximum: maximumPoints,
      });
      expect(kept.length).toBeLessThanOrEqual(maximumPoints);
      expect(Math.min(...kept.map(({ loss }) => loss))).toBe(Math.min(...losses));
      expect(Math.max(...kept.map(({ loss }) => loss))).toBe(Math.max(...losses));
      const order = kept.map(({ iteration }) => iteration);
      expect([order[0], order.at(-1)]).toEqual([1, points.length]);
      expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    }),
    { numRuns: 40 },
  );
});

test('thinned epochs keep the first, the last and the best', async () => {
  const store = openTestStore();
  const run = await addTestRun(store);
  const best = 777;
  store.transaction(() => {
    for (let epoch = 1; epoch <= 2000; epoch++) {
      const measured = { loss: Math.abs(epoch - best), accuracy: null };
      const place = {
        epoch,
        iteration: epoch,
        learningRate: 0.1,
        penalty: null,
        gradientNorm: null,
        seconds: 1,
      };
      store.metrics.addEpoch(run, { ...place, train: measured, validation: measured });
    }
  });
  expect(store.runs.get(run).trainingSeconds).toBe(2000);
  const list = (after: number, maximum: number) =>
    store.metrics.listEpochs(run, { after, maximum }).map(({ epoch }) => epoch);
  const thinned = list(0, 100);
  expect(thinned.length).toBeLessThanOrEqual(100);
  expect(thinned).toContain(best);
  expect([thinned[0], thinned.at(-1)]).toEqual([1, 2000]);
  expect(list(best - 1, 4)[0]).toBe(best);
  expect(list(1997, 4)).toEqual([1998, 1999, 2000]);
  expect(list(2000, 4)).toEqual([]);
});

test('an owner is alive while its process is, whoever asks', () => {
  const path = join(temporaryFolder(), 'studio.db');
  const [first, second] = [openTestStore(path), openTestStore(path)];
  const owner = first.owners.claim(0);
  expect(second.owners.isAlive(owner, 1e12)).toBe(true);
  expect(second.owners.isAlive('unknown', 0)).toBe(false);
  const database = openDatabase(path);
  // Far above the largest id that Linux gives.
  database.run('UPDATE owners SET pid = 99999999');
  database.close();
  expect(second.owners.isAlive(owner, 0)).toBe(false);
});

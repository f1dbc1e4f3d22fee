import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { reduceRunEvents } from './reduceRunEvents.ts';

const run = (id: string, changes: Partial<RunRecord> = {}): RunRecord => ({
  id,
  name: id,
  status: 'queued',
  spec: {
    format: 'descent-experiment',
    version: 1,
    name: 'Test',
    dataset: 'none',
    split: { validation: 0.2, test: 0.2, stratified: true, method: 'random' },
    preprocessing: {
      normalization: 'none',
      excludedColumns: [],
      missingNumbers: 'mean',
      missingCategories: 'ownCategory',
    },
    augmentation: [],
    model: { layers: [{ type: 'Flatten', options: {} }] },
    loss: { type: 'CrossEntropyLoss', options: {} },
    optimizer: { type: 'SGD', options: {} },
    initialization: { type: 'Default', options: {} },
    schedule: { type: 'Constant', options: {} },
    training: { batchSize: 1, epochs: 2, dropLast: true },
    seed: 0,
    device: 'auto',
  },
  dataset: { id: 'none', name: 'None', hash: '0'.repeat(64) },
  splits: null,
  experiment: null,
  sealHash: null,
  parameters: null,
  executor: null,
  createdAt: 0,
  startedAt: null,
  endedAt: null,
  resumedAt: null,
  trainingSeconds: null,
  progress: {
    epoch: 0,
    epochs: 2,
    iteration: 0,
    iterations: 4,
    samplesPerSecond: 0,
    secondsLeft: null,
  },
  last: null,
  position: null,
  learningRateChanges: [],
  bestEpoch: null,
  testOpenedAt: [],
  error: null,
  endReason: null,
  findings: [],
  ...changes,
});

const progress = (id: string, iteration: number): StudioEvent => ({
  event: 'run.progress',
  run: id,
  progress: {
    epoch: 1,
    epochs: 2,
    iteration,
    iterations: 4,
    samplesPerSecond: 10,
    secondsLeft: 1,
  },
  epochs: [],
  iterations: [{ iteration, epoch: 1, loss: 1, gradientNorm: null, learningRate: 0.1 }],
});

const empty = { runs: [], histories: {} };

describe('reduceRunEvents', () => {
  test('a new run stands first, a known one is replaced', () => {
    const { runs } = reduceRunEvents({ ...empty, runs: [run('a')] }, [
      { event: 'run.changed', run: run('b', { createdAt: 5 }) },
      { event: 'run.changed', run: run('a', { status: 'running' }) },
    ]);
    expect(runs.map(({ id, status }) => [id, status])).toEqual([
      ['b', 'queued'],
      ['a', 'running'],
    ]);
  });

  test('progress moves the run and appends to its history', () => {
    const data = reduceRunEvents({ ...empty, runs: [run('a')] }, [
      progress('a', 1),
      progress('a', 2),
    ]);
    expect(data.runs[0]?.progress.iteration).toBe(2);
    expect(data.histories.a?.iterations.map(({ iteration }) => iteration)).toEqual([1, 2]);
  });

  test('a run that goes on loses what it measured of its unfinished epoch', () => {
    const measured = reduceRunEvents({ ...empty, runs: [run('a')] }, [
      progress('a', 1),
      progress('a', 2),
      progress('a', 3),
    ]);
    const stopped = {
      status: 'stopped',
      progress: { ...run('a').progress, iteration: 2 },
    } as const;
    const kept = reduceRunEvents(measured, [{ event: 'run.changed', run: run('a', stopped) }]);
    expect(kept.histories.a?.iterations).toHaveLength(3);
    const waiting = { ...stopped, status: 'queued' } as const;
    const data = reduceRunEvents(kept, [{ event: 'run.changed', run: run('a', waiting) }]);
    expect(data.histories.a?.iterations.map(({ iteration }) => iteration)).toEqual([1, 2]);
  });

  test('a run that another device goes on with has dropped what lies behind', () => {
    const measured = reduceRunEvents({ ...empty, runs: [run('a', { status: 'running' })] }, [
      progress('a', 1),
      progress('a', 2),
      progress('a', 3),
    ]);
    const until = { epoch: 1, iteration: 2 };
    const gpu = { name: 'gpujs', detail: 'a card', until, problem: null } as const;
    const executor = { name: 'onnx', threads: 1, detail: 'CPU', earlier: [gpu] } as const;
    const goesOn = run('a', {
      status: 'running',
      executor: { ...executor, earlier: [...executor.earlier] },
      progress: { ...run('a').progress, iteration: 2 },
    });
    const data = reduceRunEvents(measured, [{ event: 'run.changed', run: goesOn }]);
    expect(data.histories.a?.iterations.map(({ iteration }) => iteration)).toEqual([1, 2]);
    // A later record of the same run drops nothing.
    const later = reduceRunEvents(data, [progress('a', 3), { event: 'run.changed', run: goesOn }]);
    expect(later.histories.a?.iterations).toHaveLength(3);
  });

  test('progress of a run that is not listed yet is kept', () => {
    expect(reduceRunEvents(empty, [progress('x', 1)]).histories.x?.iterations).toHaveLength(1);
  });

  test('a removed run is gone, with what it measured', () => {
    const data = reduceRunEvents({ ...empty, runs: [run('a')] }, [
      progress('a', 1),
      { event: 'run.removed', run: 'a' },
    ]);
    expect(data).toEqual(empty);
  });
});

import { describe, expect, test } from 'vitest';
import type { ExperimentReport } from '../../core/contract/ExperimentReport.ts';
import { StudioError } from '../../core/contract/StudioError.ts';
import { type RailFacts, railStatus } from './railStatus.ts';

const report = (where: string): ExperimentReport => ({
  trainable: false,
  problems: [{ severity: 'error', where, message: 'Wrong.' }],
  layers: [],
  parameters: 0,
  bufferValues: 0,
  multiplyAdds: null,
  partial: { layers: true, memory: true },
  equations: { optimizer: null, schedule: null, warmup: null },
  regularizations: [],
  usual: {
    initialization: { type: 'Default', options: {} },
    loss: { type: 'MSELoss', options: {} },
    optimizer: { type: 'Adam', options: {} },
    schedule: { type: 'Constant', options: {} },
    training: { batchSize: 256, epochs: 30, dropLast: true },
    seed: 0,
    device: 'auto',
  },
  splits: null,
  iterationsPerEpoch: null,
  iterations: null,
  droppedPerEpoch: null,
});

const facts: RailFacts = {
  isOpen: true,
  layers: 1,
  report: null,
  checkError: null,
  isTraining: false,
  hasRuns: false,
  hasFinalist: false,
};

describe('railStatus', () => {
  test.each([
    ['split.validation', 'data'],
    ['augmentation[1].options.p', 'data'],
    ['model.layers[2].options.p', 'model'],
    ['initialModel', 'model'],
    ['training.batchSize', 'train'],
    ['optimizer.options.learningRate', 'train'],
    ['schedule.options', 'train'],
    ['warmup.options.length', 'train'],
    ['initialization', 'train'],
  ] as const)('a problem at %s asks for attention on %s, and nothing trains', (where, screen) => {
    const withReport = { ...facts, report: report(where) };
    for (const one of ['data', 'model', 'train'] as const) {
      const asks = one === screen || one === 'train';
      expect(railStatus(one, withReport).state).toBe(asks ? 'attention' : 'ready');
    }
  });

  test('a problem of the training settings is said before one of another screen', () => {
    const { problems, ...rest } = report('model.layers[0]');
    const own = { severity: 'error', where: 'seed', message: 'Also wrong.' } as const;
    const both = { ...facts, report: { ...rest, problems: [...problems, own] } };
    expect(railStatus('train', both).reason).toBe('Also wrong.');
  });

  test('a dataset that is not there keeps the run from starting', () => {
    const checkError = new StudioError('not-found', 'No such dataset.');
    expect(railStatus('train', { ...facts, checkError }).reason).toBe('No such dataset.');
  });

  test('a model without layers asks for attention before any check', () => {
    expect(railStatus('model', { ...facts, layers: 0 }).state).toBe('attention');
    expect(railStatus('train', { ...facts, layers: 0 }).state).toBe('attention');
  });

  test('without an experiment nothing is claimed', () => {
    expect(railStatus('data', { ...facts, isOpen: false, layers: 0 }).state).toBe('idle');
  });
});

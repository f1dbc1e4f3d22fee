import { describe, expect, test } from 'vitest';
import type { ExperimentReport } from '../../core/contract/ExperimentReport.ts';
import { type RailFacts, railStatus } from './railStatus.ts';

const report = (where: string): ExperimentReport => ({
  trainable: false,
  problems: [{ severity: 'error', where, message: 'Wrong.' }],
  layers: [],
  parameters: 0,
  bufferValues: 0,
  multiplyAdds: null,
  equations: { optimizer: null, schedule: null, warmup: null },
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
    ['model.layers[2].options.p', 'model'],
    ['training.batchSize', 'train'],
    ['optimizer.options.learningRate', 'train'],
  ] as const)('a problem at %s asks for attention on %s alone', (where, screen) => {
    const withReport = { ...facts, report: report(where) };
    for (const one of ['data', 'model', 'train'] as const) {
      expect(railStatus(one, withReport).state).toBe(one === screen ? 'attention' : 'ready');
    }
  });

  test('a model without layers asks for attention before any check', () => {
    expect(railStatus('model', { ...facts, layers: 0 }).state).toBe('attention');
  });

  test('without an experiment nothing is claimed', () => {
    expect(railStatus('data', { ...facts, isOpen: false, layers: 0 }).state).toBe('idle');
  });
});

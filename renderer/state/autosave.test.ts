import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';

const saved: { id: string; name: string }[] = [];
vi.stubGlobal('window', {
  studio: {
    request: async (_method: string, { id, spec }: { id: string; spec: ExperimentSpec }) => {
      saved.push({ id, name: spec.name });
      return { ok: true, result: { id, spec, updatedAt: 0 } };
    },
  },
});
const { startAutosave, useAutosave } = await import('./autosave.ts');
const { useExperiment } = await import('./experiment.ts');
const { openDocument } = await import('./experimentLibrary.ts');

const spec = (name: string): ExperimentSpec => ({
  format: 'descent-experiment',
  version: 1,
  name,
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
});

const rename = (name: string) =>
  useExperiment.getState().change((draft) => {
    draft.spec.name = name;
  });

let end = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  saved.length = 0;
  end = startAutosave();
  useExperiment.getState().open('first', spec('First'));
});

afterEach(() => {
  end();
  vi.useRealTimers();
});

test('changes in a row are saved once, a moment after the last', async () => {
  rename('A');
  rename('B');
  expect(useAutosave.getState().status).toBe('pending');
  await vi.runAllTimersAsync();
  expect(saved).toEqual([{ id: 'first', name: 'B' }]);
  expect(useAutosave.getState().status).toBe('saved');
});

test('a change that still waits is saved when another document is opened', async () => {
  rename('A');
  useExperiment.getState().open('second', spec('Second'));
  await vi.runAllTimersAsync();
  expect(saved).toEqual([{ id: 'first', name: 'A' }]);
  expect(useAutosave.getState().status).toBe('saved');
});

test('what is open is not opened anew, as it was before its last change', async () => {
  rename('A');
  openDocument({ id: 'first', spec: spec('First'), updatedAt: 0 });
  await vi.runAllTimersAsync();
  expect(saved).toEqual([{ id: 'first', name: 'A' }]);
  expect(useExperiment.getState().draft?.spec.name).toBe('A');
});

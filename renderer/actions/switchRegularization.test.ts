import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { checkExperiment } from '../../core/training/checkExperiment.ts';
import { startChecking, useCheck } from '../state/check.ts';
import { useExperiment } from '../state/experiment.ts';
import { irisInfo } from '../state/layers/testing/irisInfo.ts';
import { specOf } from '../state/layers/testing/specOf.ts';
import { request } from '../studio.ts';
import { applyFix } from './applyFix.ts';
import { switchRegularization } from './switchRegularization.ts';

vi.mock('../studio.ts', () => ({ request: vi.fn(), desktop: {} }));

const linear = { type: 'Linear', options: { outFeatures: 3 } };
const spec = specOf([linear, { type: 'ReLU', options: {} }, linear]);

const types = () => useExperiment.getState().draft?.spec.model.layers.map(({ type }) => type);
const undoNames = () => useExperiment.getState().log.past.map(({ name }) => name);
const checked = () => vi.runAllTimersAsync();

let end: () => void;
beforeEach(async () => {
  vi.useFakeTimers();
  vi.mocked(request).mockImplementation(async (_, params) => {
    const asked = params as { readonly spec: ExperimentSpec };
    return checkExperiment(asked.spec, irisInfo) as never;
  });
  end = startChecking();
  useExperiment.getState().open('test', spec);
  await checked();
});
afterEach(() => {
  end();
  useExperiment.getState().close();
  vi.useRealTimers();
});

test('two switches in a row each find the places of the network as it then is', async () => {
  switchRegularization('dropout', true);
  switchRegularization('batchNorm', true);
  expect(types()).toEqual(['Linear', 'ReLU', 'Dropout', 'Linear']);
  await checked();
  expect(types()).toEqual(['Linear', 'BatchNorm1d', 'ReLU', 'Dropout', 'Linear']);
  switchRegularization('batchNorm', false);
  switchRegularization('dropout', false);
  expect(types()).toEqual(['Linear', 'ReLU', 'Dropout', 'Linear']);
  await checked();
  expect(types()).toEqual(['Linear', 'ReLU', 'Linear']);
  expect(undoNames()).toMatchObject([
    { edit: 'fix', label: { en: 'Insert Dropout' } },
    { edit: 'fix', label: { en: 'Insert BatchNorm' } },
    { edit: 'fix', label: { en: 'Remove BatchNorm' } },
    { edit: 'fix', label: { en: 'Remove Dropout' } },
  ]);
});

test('one pressed twice, while it still shows what it was, does its work once', async () => {
  switchRegularization('dropout', true);
  switchRegularization('dropout', true);
  await checked();
  expect(types()).toEqual(['Linear', 'ReLU', 'Dropout', 'Linear']);
  switchRegularization('dropout', false);
  switchRegularization('dropout', false);
  await checked();
  expect(types()).toEqual(['Linear', 'ReLU', 'Linear']);
});

test('what waits ends with the document that it was meant for', async () => {
  switchRegularization('batchNorm', true);
  switchRegularization('dropout', true);
  useExperiment.getState().open('other', { ...spec, name: 'other' });
  await checked();
  expect(types()).toEqual(['Linear', 'ReLU', 'Linear']);
});

async function softmaxFix() {
  useExperiment.getState().change((draft) => {
    draft.spec = specOf([...spec.model.layers, { type: 'Softmax', options: {} }]);
  });
  await checked();
  const fixes = useCheck.getState().report?.problems.flatMap((problem) => problem.fixes ?? []);
  const fix = fixes?.find(({ label }) => label.en === 'Remove Softmax');
  if (!fix) throw new Error('No problem offers to remove Softmax.');
  return fix;
}

test('a fix waits for what is said of another change, and pressed twice works once', async () => {
  const fix = await softmaxFix();
  useExperiment.getState().change((draft) => {
    draft.spec = { ...draft.spec, seed: 3 };
  });
  applyFix(fix);
  applyFix(fix);
  expect(types()).toContain('Softmax');
  await checked();
  expect(types()).toEqual(['Linear', 'ReLU', 'Linear']);
});

test('a fix whose places have moved is not made', async () => {
  const fix = await softmaxFix();
  switchRegularization('dropout', true);
  applyFix(fix);
  await checked();
  expect(types()).toEqual(['Linear', 'ReLU', 'Dropout', 'Linear', 'Softmax']);
});

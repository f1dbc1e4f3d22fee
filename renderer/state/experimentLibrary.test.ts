import { beforeEach, expect, test, vi } from 'vitest';
import type { ExperimentDocument } from '../../core/contract/StudioApi.ts';
import type { StoredStep, UndoHistory } from '../../core/contract/UndoHistory.ts';
import { showError } from '../actions/showError.ts';
import { request } from '../studio.ts';
import { useEditOrder } from './editOrder.ts';
import { useExperiment } from './experiment.ts';
import { openDocument } from './experimentLibrary.ts';
import { specOf } from './layers/testing/specOf.ts';

vi.mock('../studio.ts', () => ({ request: vi.fn(), desktop: {} }));
vi.mock('../actions/showError.ts', () => ({ showError: vi.fn() }));
vi.mock('./leaveField.ts', () => ({ leaveField: vi.fn() }));

const renamed: StoredStep = {
  patches: [{ op: 'replace', path: ['spec', 'name'], value: 'Now' }],
  inverse: [{ op: 'replace', path: ['spec', 'name'], value: 'Before' }],
};
const stored: UndoHistory = { past: [renamed], future: [] };
const edits = [{ dataset: 'iris', step: 7, madeAt: 300 }];
const lost = new Error('The studio service ended.');

/** An error is what its request is refused with. */
function answerWith(history: UndoHistory | Error, madeEdits: typeof edits | Error): void {
  const answers: Record<string, unknown> = {
    'experiments.history': history,
    'datasets.madeEdits': madeEdits,
  };
  vi.mocked(request).mockImplementation(async (method) => {
    const answer = answers[method] ?? null;
    if (answer instanceof Error) throw answer;
    return answer as never;
  });
}

const document = (id: string) =>
  ({ id, spec: specOf([]), createdAt: 0, updatedAt: 200 }) as unknown as ExperimentDocument;

async function openAndWait(id: string): Promise<void> {
  openDocument(document(id));
  await new Promise((resolve) => setTimeout(resolve));
}

const pastSteps = () => useExperiment.getState().log.past.length;

beforeEach(() => {
  useExperiment.getState().close();
  useEditOrder.setState({ past: [], future: [], isRestored: false });
  vi.mocked(showError).mockClear();
});

test('a document is opened with its undo log, and the edits made before it', async () => {
  answerWith(stored, edits);
  await openAndWait('a');
  expect(pastSteps()).toBe(1);
  expect(useEditOrder.getState()).toMatchObject({
    isRestored: true,
    past: [{ dataset: 'iris', step: 7, experiment: 'a', steps: 1 }],
  });
  expect(showError).not.toHaveBeenCalled();
});

test('the undo log stands without the order of edits, whose failure is told', async () => {
  answerWith(stored, lost);
  await openAndWait('a');
  expect(pastSteps()).toBe(1);
  expect(vi.mocked(showError).mock.calls).toEqual([[lost]]);
  // Nor does the next document get what belonged to this one.
  answerWith(stored, edits);
  await openAndWait('b');
  expect(pastSteps()).toBe(1);
  expect(useEditOrder.getState()).toMatchObject({ past: [], isRestored: true });
});

test('the order of edits stands without the undo log', async () => {
  answerWith(lost, edits);
  await openAndWait('a');
  expect(pastSteps()).toBe(0);
  expect(useEditOrder.getState()).toMatchObject({
    past: [{ step: 7, experiment: 'a', steps: 0 }],
  });
});

/** Runs whose training losses are measured on harder samples than their validation losses. */
import { expect, test } from 'vitest';
import {
  diagnoseRecorded,
  firstRecorded,
  historyOf,
  type Recorded,
  recordedHistories,
} from './testing/recordedHistories.ts';

const NOTE = 'is no sign of underfitting.';
const harder = recordedHistories.filter(({ harderTraining = [] }) => harderTraining.length > 0);

test.each(harder.map((one) => [one.name, one] as const))('%s', (name, recorded) => {
  const { numbers, explanation } = diagnoseRecorded(historyOf(recorded), recorded);
  // Of a little dropout the network learns enough for its training loss to be the lower one.
  const isHigher = !name.startsWith('digits, dropout and batch normalization');
  expect(numbers.trainLoss! > numbers.validationLoss!).toBe(isHigher);
  expect(explanation.en).toMatch(/^Good fit: /);
  expect(explanation.en.includes('The training loss is measured')).toBe(isHigher);
  expect(explanation.en.includes(NOTE)).toBe(isHigher);
  expect(explanation.ko.includes('언더피팅은 아닙니다.')).toBe(isHigher);
});

test('the note names why, and stands only where the training loss is the higher one', () => {
  const recorded = harder.find(({ name }) => name.startsWith('digits, MixUp'))!;
  const history = historyOf(recorded);
  const { explanation } = diagnoseRecorded(history, recorded);
  expect(explanation.en).toContain('is measured on mixed samples, which is harder than validation');
  const usual = diagnoseRecorded(history, { ...recorded, harderTraining: [] });
  expect(usual.explanation.en).not.toContain(NOTE);
  const good = { ...firstRecorded('good-fit'), harderTraining: ['dropout' as const] };
  expect(diagnoseRecorded(historyOf(good), good).explanation.en).not.toContain(NOTE);
});

/** Four classes; nothing is known at the start, and `validation` and `train` are losses by epoch. */
function made(
  epochs: number,
  train: (epoch: number) => number,
  validation: (epoch: number) => number,
  accuracy: number,
): Recorded {
  return {
    name: 'made',
    state: '',
    target: { kind: 'class', name: 'class', labels: [...'abcd'], counts: [50, 50, 50, 50] },
    learningRate: 0.01,
    hasDiverged: false,
    harderTraining: ['mixed'],
    history: Array.from({ length: epochs }, (_, at) => [
      ...([train(at), accuracy / 2] as const),
      ...([validation(at), accuracy] as const),
    ]),
  };
}

test('underfitting is judged by the validation loss, and the training loss bears no witness', () => {
  const recorded = made(
    30,
    (at) => 1.4 - 0.004 * at,
    (at) => 1.3 - 0.006 * at,
    0.4,
  );
  const { state, explanation } = diagnoseRecorded(historyOf(recorded), recorded);
  expect(state).toBe('underfitting');
  expect(explanation.en).toMatch(
    /^Underfitting: the loss stays high on the validation split, 1\.\d/,
  );
  expect(explanation.en).not.toContain('on the training split too');
  expect(explanation.en).toContain(NOTE);
});

test('a training loss that is always the higher one hides no overfitting', () => {
  const validation = (at: number) => (at < 20 ? 1.3 - 0.05 * at : 0.3 + 0.01 * (at - 20));
  const recorded = made(60, (at) => 1.4 - 0.008 * at, validation, 0.9);
  const { state, sinceEpoch } = diagnoseRecorded(historyOf(recorded), recorded);
  expect({ state, sinceEpoch }).toEqual({ state: 'overfitting', sinceEpoch: 22 });
});

test('nothing is lost that was never known, though validation rises', () => {
  const recorded = made(
    20,
    (at) => 1.8 - 0.004 * at,
    (at) => 1.4 + 0.01 * at,
    0.25,
  );
  expect(diagnoseRecorded(historyOf(recorded), recorded).state).toBe('underfitting');
});

test.each([
  ['for a few epochs, as statistics that warm up let it', 9, 'good-fit'],
  ['for long', 20, 'overfitting'],
])('where the training loss is the higher one, a rise %s', (_, epochs, state) => {
  const recorded = made(
    epochs,
    (at) => 1.6 - 0.02 * at,
    (at) => 0.6 + 0.03 * Math.max(0, at - 1),
    0.8,
  );
  expect(diagnoseRecorded(historyOf(recorded), recorded).state).toBe(state);
});

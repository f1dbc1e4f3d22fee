/** A rise of the validation loss that no single epoch shows, because epochs swing as far. */
import { expect, test } from 'vitest';
import { diagnoseRecorded, historyOf, recordedHistories } from './testing/recordedHistories.ts';

const iris = (name: string) => recordedHistories.find((one) => one.name === `iris, ${name}`)!;
const recorded = iris('long after its best, seed 9');

/** 100 epochs that swing by a tenth; behind epoch 20 the level rises by `rise` in all. */
function swinging(rise: number) {
  const levelAt = (at: number) => (at < 20 ? 0.4 - 0.015 * at : 0.1 + (rise * (at - 20)) / 80);
  // In turn up and down, by sizes that do not repeat with a median's width.
  const swingAt = (at: number) => 0.01 * Math.sin(2.4 * at);
  return Array.from(
    { length: 100 },
    (_, at) => [0.3 * 0.96 ** at, 0.97, levelAt(at) + swingAt(at), 0.96] as const,
  );
}

test.each([
  [0, 'good-fit'],
  [0.002, 'good-fit'],
  [0.05, 'overfitting'],
])('a level that rises by %d in 80 epochs of swings by 0.01 is a %s', (rise, state) => {
  const history = historyOf({ ...recorded, history: swinging(rise) });
  expect(diagnoseRecorded(history, recorded).state).toBe(state);
});

test('so is one of which the first epochs alone are measured', () => {
  const history = historyOf({ ...recorded, history: swinging(0.05) });
  expect(diagnoseRecorded(history.slice(0, 30), recorded).state).toBe('good-fit');
});

test('a single low training loss at the turning does not hide overfitting', () => {
  const history = historyOf({ ...recorded, history: swinging(0.05) });
  const { numbers } = diagnoseRecorded(history, recorded);
  const lucky = history.map((one) =>
    one.epoch === numbers.bestEpoch ? { ...one, train: { loss: 0.0001, accuracy: 1 } } : one,
  );
  expect(diagnoseRecorded(lucky, recorded).state).toBe('overfitting');
});

test('a good fit says where its loss was clearly lower, and why that is no overfitting', () => {
  const bundled = iris('as bundled, seed 0');
  const { explanation, numbers } = diagnoseRecorded(historyOf(bundled), bundled);
  expect(numbers).toMatchObject({ bestEpoch: 20, bestValidationLoss: 0.080983 });
  expect(explanation.en).toContain(
    'The validation loss was lower, 0.081, in epoch 20, but it swings too much from epoch to epoch for that to show overfitting so far.',
  );
  expect(explanation.ko).toContain('에포크 20의 검증 손실은 0.081로 더 낮았지만');
  const level = iris('as bundled, seed 4');
  expect(diagnoseRecorded(historyOf(level), level).numbers).not.toHaveProperty('bestEpoch');
});

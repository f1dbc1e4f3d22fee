/** A loss of exactly 0, of which no change is a share: of a float32 softmax, or of constant targets. */
import { describe, expect, test } from 'vitest';
import { Diagnosis } from '../../contract/Diagnosis.ts';
import { diagnoseRecorded, historyOf, type Recorded } from './testing/recordedHistories.ts';

const EPOCHS = 40;
const classes: Recorded['target'] = {
  kind: 'class',
  name: 'class',
  labels: ['a', 'b'],
  counts: [50, 50],
};
const numbers: Recorded['target'] = { kind: 'number', name: 'number', minimum: 0, maximum: 1 };

type LossAt = (at: number) => number;

function diagnosed(
  { train, validation }: { train: LossAt; validation: LossAt },
  changes: Partial<Recorded> = {},
) {
  const target = changes.target ?? classes;
  const accuracyAt = (at: number) =>
    target.kind === 'number' ? null : Math.min(0.99, 0.6 + 0.05 * at);
  const recorded: Recorded = {
    name: 'made',
    state: '',
    target,
    learningRate: 0.01,
    hasDiverged: false,
    history: Array.from(
      { length: EPOCHS },
      (_, at) => [train(at), accuracyAt(at), validation(at), accuracyAt(at)] as const,
    ),
    ...changes,
  };
  const diagnosis = diagnoseRecorded(historyOf(recorded), recorded);
  expect(Diagnosis.parse(diagnosis)).toEqual(diagnosis);
  expect(diagnosis.explanation.en).not.toMatch(/NaN|Infinity/);
  return diagnosis;
}

const falling: LossAt = (at) => 0.9 ** at;
/** 0 from epoch 11 on. */
const toZero: LossAt = (at) => Math.max(0, 1 - 0.1 * at);

describe.each([
  ['usual training', []],
  ['harder training', ['dropout' as const]],
])('in %s', (_, harderTraining) => {
  test.each([
    ['that stays there', falling, toZero],
    ['that stays there with that of training', toZero, toZero],
    ['that was never another', falling, () => 0],
    ['that is all there is', () => 0, () => 0],
    ['reached in the last epoch', falling, (at: number) => (at < EPOCHS - 1 ? falling(at) : 0)],
  ])('a validation loss of 0 %s is a good fit', (_, train, validation) => {
    for (const target of [classes, numbers]) {
      expect(diagnosed({ train, validation }, { target, harderTraining }).state).toBe('good-fit');
    }
  });

  test('one that rises far again is overfitting, by a share of the largest loss', () => {
    const validation: LossAt = (at) => (at < 20 ? toZero(at) : 0.02 * (at - 19));
    const { state, numbers } = diagnosed({ train: falling, validation }, { harderTraining });
    expect(state).toBe('overfitting');
    expect(numbers).toMatchObject({ bestValidationLoss: 0, rise: 0.36 });
  });

  test('one that hardly leaves it again is not', () => {
    const validation: LossAt = (at) => (at < 20 ? toZero(at) : 1e-9 * (at - 19));
    expect(diagnosed({ train: falling, validation }, { harderTraining }).state).toBe('good-fit');
  });
});

test('a single epoch of 0 has a finite rise behind it, too', () => {
  const validation: LossAt = (at) => (at === 20 ? 0 : 0.1 + 0.02 * Math.abs(at - 20));
  const { state, numbers } = diagnosed({ train: falling, validation });
  expect(state).toBe('overfitting');
  expect(numbers.bestValidationLoss).toBe(0);
});

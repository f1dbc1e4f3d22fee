/** The diagnosis of recorded trainings that went well or wrong on purpose, three of each kind. */
import { describe, expect, test } from 'vitest';
import { Diagnosis, DiagnosisState } from '../../contract/Diagnosis.ts';
import type { GuardFinding } from '../../contract/GuardFinding.ts';
import { diagnose as diagnoseWith } from './diagnose.ts';
import { remedy } from './remedies.ts';
import {
  recordedHistories as cases,
  diagnoseRecorded as diagnose,
  firstRecorded as first,
  historyOf,
  type Recorded,
} from './testing/recordedHistories.ts';

describe('recorded histories', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, recorded) => {
    const diagnosis = diagnose(historyOf(recorded), recorded);
    expect(diagnosis.state, diagnosis.explanation.en).toBe(recorded.state);
    expect(Diagnosis.parse(diagnosis)).toEqual(diagnosis);
    for (const text of [diagnosis.explanation, ...diagnosis.remedies.map((one) => one.text)]) {
      expect(`${text.en}${text.ko}`).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(text.ko).toMatch(/\p{Script=Hangul}/u);
    }
  });

  test('show every state that needs more than a few epochs', () => {
    const states = new Set([...cases.map(({ state }) => state), 'too-early']);
    expect([...states].sort()).toEqual([...DiagnosisState.options].sort());
  });
});

test('overfitting names the epoch, the numbers and the epoch to stop at', () => {
  const recorded = first('overfitting');
  const history = historyOf(recorded);
  const { sinceEpoch, numbers, remedies } = diagnose(history, recorded);
  // One story with the chart and the run, which keeps the epoch of the lowest loss.
  const losses = history.map(({ validation }) => validation.loss);
  expect(numbers.bestValidationLoss).toBe(Math.min(...losses));
  expect(losses[numbers.bestEpoch - 1]).toBe(numbers.bestValidationLoss);
  expect(sinceEpoch).toBeLessThanOrEqual(numbers.bestEpoch + 1);
  expect(numbers.validationLoss).toBeGreaterThan(1.05 * numbers.bestValidationLoss);
  expect(remedies[0]).toMatchObject({ code: 'stop-early', value: numbers.bestEpoch });
});

test('one lucky epoch is the best to stop at, but not where overfitting began', () => {
  const { target } = first('overfitting');
  // By medians of three, epochs 9 to 11 are equally low.
  const validationLoss = (epoch: number) =>
    epoch === 50 ? 0.15 : 0.2 + 0.01 * Math.abs(epoch - 10);
  const history = Array.from({ length: 60 }, (_, index) => {
    const trainLoss = 0.3 * 0.95 ** index;
    return [trainLoss, 0.9, validationLoss(index + 1), 0.9] as const;
  });
  const recorded = { ...first('overfitting'), target, history };
  const { state, sinceEpoch, explanation, remedies } = diagnose(historyOf(recorded), recorded);
  expect({ state, sinceEpoch }).toEqual({ state: 'overfitting', sinceEpoch: 10 });
  expect(explanation.en).toMatch(
    /^Overfitting since epoch 10: but for single epochs, .* The lowest was such an epoch, 50, with 0\.15\.$/,
  );
  expect(explanation.ko).toContain('가장 낮았던 것은 그런 에포크 50의 0.15입니다.');
  expect(remedies[0]).toMatchObject({ code: 'stop-early', value: 50 });
});

/** Falls to 0.2 in epoch 19 and the next, which is lower by 0.0001, and rises again. */
const twoBestEpochs = (epoch: number) => {
  if (epoch === 20) return 0.1999;
  return epoch < 20 ? 0.2 + 0.02 * (19 - epoch) : 0.2 + 0.01 * (epoch - 20);
};

test('overfitting begins behind its best epoch, not in it', () => {
  const { target } = first('overfitting');
  const history = Array.from({ length: 60 }, (_, index) => {
    return [0.3 * 0.95 ** index, 0.9, twoBestEpochs(index + 1), 0.9] as const;
  });
  const recorded = { ...first('overfitting'), target, history };
  const { sinceEpoch, numbers, explanation } = diagnose(historyOf(recorded), recorded);
  expect({ sinceEpoch, best: numbers.bestEpoch }).toEqual({ sinceEpoch: 21, best: 20 });
  expect(explanation.en).toContain('from 0.2 at its best in epoch 20');
});

test('the training loss that fell is the one that was found to have fallen', () => {
  const { target } = first('overfitting');
  // At the turning it is 0.4; of the last twelve epochs, the last five lie above that.
  const trainLossAt = (epoch: number) => {
    if (epoch <= 20) return 1 - 0.03 * epoch;
    return epoch > 55 ? 0.45 : 0.3;
  };
  const history = Array.from({ length: 60 }, (_, index) => {
    const epoch = index + 1;
    const validationLoss = 0.5 + 0.02 * Math.abs(epoch - 20);
    return [trainLossAt(epoch), 0.9, validationLoss, 0.9] as const;
  });
  const recorded = { ...first('overfitting'), target, history };
  const { state, numbers, explanation } = diagnose(historyOf(recorded), recorded);
  expect(state).toBe('overfitting');
  expect(numbers.trainLoss).toBe(0.3);
  expect(explanation.en).toContain('while the training loss fell to 0.3.');
});

test('the same run is no longer a good fit once it overfits', () => {
  const recorded = first('overfitting');
  const history = historyOf(recorded);
  const { bestEpoch } = diagnose(history, recorded).numbers;
  expect(diagnose(history.slice(0, bestEpoch), recorded).state).toBe('good-fit');
});

test('divergence suggests a tenth of the learning rate', () => {
  const recorded = first('divergence');
  const { remedies, explanation } = diagnose(historyOf(recorded), recorded);
  expect(explanation.en).toContain('what was learned is lost');
  expect(remedies[0]).toMatchObject({
    code: 'lower-learning-rate',
    value: Number((recorded.learningRate / 10).toPrecision(2)),
  });
});

test('a run that broke off diverged in the epoch behind its last', () => {
  const recorded = cases.find((one) => one.hasDiverged)!;
  const { sinceEpoch, explanation } = diagnose(historyOf(recorded), recorded);
  expect(sinceEpoch).toBe(recorded.history.length + 1);
  expect(explanation.en).toContain('no longer finite');
});

test('a NaN among the losses is divergence, from its epoch on', () => {
  const recorded = first('good-fit');
  const history = historyOf(recorded).map((one) =>
    one.epoch < 7 ? one : { ...one, train: { ...one.train, loss: Number.NaN } },
  );
  expect(diagnose(history, recorded)).toMatchObject({ state: 'divergence', sinceEpoch: 7 });
});

test.each([0, 1, 4])('%d epochs are too few', (epochs) => {
  const recorded = first('good-fit');
  const { state, explanation } = diagnose(historyOf(recorded).slice(0, epochs), recorded);
  expect(state).toBe('too-early');
  expect(explanation.en).toContain(`${epochs} epoch`);
});

test('a run that diverged before its first epoch is told so', () => {
  const recorded = { ...first('divergence'), hasDiverged: true };
  expect(diagnose([], recorded)).toMatchObject({ state: 'divergence', sinceEpoch: 1 });
});

/** Iris, SGD with learning rate 1e-4: BatchNorm's running statistics warm up while nothing is learned. */
const hardlyMoving: Recorded['history'] = [
  [1.613, 0.2, 1.196, 0.233],
  [1.589, 0.188, 1.218, 0.2],
  [1.498, 0.263, 1.248, 0.233],
  [1.614, 0.212, 1.278, 0.267],
  [1.592, 0.2, 1.311, 0.267],
  [1.545, 0.175, 1.342, 0.267],
  [1.552, 0.2, 1.361, 0.267],
  [1.541, 0.237, 1.378, 0.267],
  [1.576, 0.15, 1.389, 0.233],
  [1.584, 0.212, 1.401, 0.233],
  [1.525, 0.175, 1.402, 0.233],
  [1.556, 0.188, 1.412, 0.267],
  [1.56, 0.2, 1.402, 0.267],
  [1.564, 0.2, 1.407, 0.267],
  [1.613, 0.175, 1.395, 0.2],
  [1.502, 0.188, 1.398, 0.233],
  [1.51, 0.2, 1.394, 0.2],
  [1.522, 0.212, 1.394, 0.267],
  [1.566, 0.188, 1.392, 0.267],
  [1.523, 0.163, 1.41, 0.267],
];

test('a rate too small is underfitting, though validation rises while statistics warm up', () => {
  const target = first('underfitting').target;
  const recorded = { ...first('underfitting'), target, learningRate: 1e-4, history: hardlyMoving };
  expect(diagnose(historyOf(recorded), { target, hasDiverged: false }).state).toBe('underfitting');
});

const finding = (
  kind: GuardFinding['kind'],
  changes: Partial<GuardFinding> = {},
): GuardFinding => ({
  kind,
  epoch: 1,
  lastEpoch: 1,
  iteration: 1,
  layer: [1],
  layerType: 'ReLU',
  tensor: null,
  numbers: {},
  text: { en: `Seen: ${kind}.`, ko: `관찰: ${kind}.` },
  remedies: [remedy('change-activation'), remedy('normalize-batches')],
  ...changes,
});

test('a plateau with vanishing gradients says so, and their remedies come first', () => {
  const recorded = first('plateau');
  const { explanation, remedies } = diagnose(historyOf(recorded), recorded, [
    finding('vanishing-gradients'),
  ]);
  expect(explanation.en).toMatch(/^Plateau since .* Seen: vanishing-gradients\.$/);
  expect(remedies.map(({ code }) => code)).toEqual([
    'change-activation',
    'normalize-batches',
    'find-learning-rate',
    'check-labels',
  ]);
});

test('dead units ask for a lower learning rate, so none asks for a higher one', () => {
  const recorded = first('underfitting');
  const dead = finding('dead-units', {
    remedies: [remedy('lower-learning-rate', 0.1), remedy('use-leaky-relu')],
  });
  const codes = diagnose(historyOf(recorded), recorded, [dead]).remedies.map(({ code }) => code);
  expect(codes.slice(0, 2)).toEqual(['lower-learning-rate', 'use-leaky-relu']);
  expect(codes).not.toContain('raise-learning-rate');
});

test('what a later look did not confirm, and what explains nothing, is left out', () => {
  const recorded = first('plateau');
  const history = historyOf(recorded).map((one) => ({ ...one, gradientNorm: 1 }));
  const dead = finding('dead-units');
  expect(diagnose(history, recorded, [dead])).toEqual(diagnose(history, recorded));
  const good = first('good-fit');
  expect(diagnose(historyOf(good), good, [dead])).toEqual(diagnose(historyOf(good), good));
});

test('a divergence is explained by where it began', () => {
  const recorded = { ...first('divergence'), hasDiverged: true };
  const { explanation, state } = diagnose([], recorded, [finding('not-finite')]);
  expect(state).toBe('divergence');
  expect(explanation.en).toContain('Seen: not-finite.');
});

test('a penalty larger than the loss is named where a run underfits', () => {
  const recorded = first('underfitting');
  const history = historyOf(recorded).map((one) => ({ ...one, penalty: 50 }));
  const { explanation, numbers, remedies } = diagnose(history, recorded);
  expect(explanation.en).toContain('The penalty of weight decay, 50, is larger');
  expect(numbers.penalty).toBe(50);
  expect(remedies[0].code).toBe('less-regularization');
});

test('a loss that did not move asks for a learning rate, and for no larger model', () => {
  const { target } = first('underfitting');
  const history = Array.from({ length: 12 }, () => [1.1, 0.33, 1.1001, 0.33] as const);
  const recorded = { ...first('underfitting'), target, learningRate: 1e-9, history };
  const { state, explanation, remedies } = diagnose(historyOf(recorded), recorded);
  expect(state).toBe('plateau');
  expect(explanation.en).toContain('the loss did not move');
  expect(remedies.map(({ code }) => code)).toEqual([
    'find-learning-rate',
    'change-activation',
    'check-labels',
  ]);
});

test('less regularization is advised only where there is some', () => {
  const { target, ...recorded } = first('underfitting');
  const context = {
    target,
    hasDiverged: false,
    isRegularized: false,
    harderTraining: [],
    plannedEpochs: 1,
    findings: [],
  };
  const { remedies } = diagnoseWith(historyOf({ ...recorded, target }), context);
  expect(remedies.map(({ code }) => code)).not.toContain('less-regularization');
});

test('a divergence at an absurd rate suggests a usual one, and says that the limit was passed', () => {
  const recorded = { ...first('divergence'), hasDiverged: true, learningRate: 1e9 };
  const { explanation, remedies } = diagnose(historyOf(recorded), recorded, [
    finding('exploding-loss', { remedies: [], lastEpoch: recorded.history.length + 1 }),
  ]);
  expect(remedies[0]).toMatchObject({ code: 'lower-learning-rate', value: 0.1 });
  expect(explanation.en).toContain('over its limit');
});

test('a good fit whose validation loss lies flat is not told to train longer', () => {
  const { target } = first('good-fit');
  const loss = (epoch: number) => (epoch < 48 ? 0.3 - 0.004 * epoch : 0.1);
  const history = Array.from(
    { length: 60 },
    (_, epoch) => [loss(epoch), 0.97, loss(epoch), 0.96] as const,
  );
  const recorded = { ...first('good-fit'), target, history };
  expect(diagnose(historyOf(recorded), recorded)).toMatchObject({
    state: 'good-fit',
    remedies: [],
  });
});

test('a good fit that still learns is told to train longer, but not before its planned end', () => {
  const { target } = first('good-fit');
  const loss = (epoch: number) => 0.3 * 0.97 ** epoch;
  const learning = Array.from(
    { length: 30 },
    (_, epoch) => [loss(epoch), 0.97, loss(epoch), 0.96] as const,
  );
  const history = historyOf({ ...first('good-fit'), history: learning });
  const context = {
    ...{ target, hasDiverged: false, isRegularized: true, harderTraining: [], findings: [] },
  };
  const codesOf = (plannedEpochs: number) =>
    diagnoseWith(history, { ...context, plannedEpochs }).remedies.map(({ code }) => code);
  expect(codesOf(30)).toEqual(['train-longer']);
  expect(codesOf(400)).toEqual([]);
});

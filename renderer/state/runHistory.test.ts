import { describe, expect, test } from 'vitest';
import type { EpochMetrics, MetricPoint } from '../../core/contract/RunRecord.ts';
import { emptyHistory, historyUpTo, mergeHistory } from './runHistory.ts';

const epoch = (number: number, loss = 1): EpochMetrics => ({
  epoch: number,
  iteration: number * 10,
  learningRate: 0.1,
  train: { loss, accuracy: 0.5 },
  validation: { loss, accuracy: 0.5 },
  penalty: null,
  gradientNorm: null,
  seconds: 1,
});
const point = (iteration: number): MetricPoint => ({
  iteration,
  epoch: 1,
  loss: iteration % 7,
  gradientNorm: null,
  learningRate: 0.1,
});

describe('mergeHistory', () => {
  test('appends what is new', () => {
    const first = mergeHistory(emptyHistory, { epochs: [epoch(1)], iterations: [point(1)] });
    const second = mergeHistory(first, { epochs: [epoch(2)], iterations: [point(2), point(3)] });
    expect(second.epochs.map((one) => one.epoch)).toEqual([1, 2]);
    expect(second.iterations.map((one) => one.iteration)).toEqual([1, 2, 3]);
  });

  test('an event that overtakes the history neither doubles nor loses an epoch', () => {
    const live = mergeHistory(emptyHistory, { epochs: [epoch(3, 0.3)], iterations: [] });
    const stored = { epochs: [epoch(1), epoch(2), epoch(3, 0.3)], iterations: [point(1)] };
    expect(mergeHistory(live, stored).epochs.map((one) => one.epoch)).toEqual([1, 2, 3]);
  });

  test('the newer value of an epoch wins', () => {
    const history = mergeHistory(
      { epochs: [epoch(1, 5)], iterations: [] },
      {
        epochs: [epoch(1, 2)],
        iterations: [],
      },
    );
    expect(history.epochs.map(({ train }) => train.loss)).toEqual([2]);
  });

  test('epochs stay within a limit, the best one among them', () => {
    let history = emptyHistory;
    for (let from = 1; from < 50_000; from += 50) {
      const epochs = Array.from({ length: 50 }, (_, index) => from + index);
      const added = epochs.map((number) => epoch(number, Math.abs(number - 12_345)));
      history = mergeHistory(history, { epochs: added, iterations: [] });
    }
    const kept = history.epochs.map((one) => one.epoch);
    expect(kept.length).toBeLessThanOrEqual(4000);
    expect(kept).toContain(12_345);
    expect([kept[0], kept.at(-1)]).toEqual([1, 50_000]);
  });

  test('iterations stay within a limit', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => point(index + 1));
    const { iterations } = mergeHistory(emptyHistory, { epochs: [], iterations: many });
    expect(iterations.length).toBeLessThanOrEqual(4000);
    expect(iterations.at(-1)?.iteration).toBe(20_000);
  });
});

test('historyUpTo keeps what was finished by an iteration', () => {
  const history = { epochs: [epoch(1), epoch(2)], iterations: [point(9), point(10), point(11)] };
  expect(historyUpTo(history, 10)).toEqual({
    epochs: [epoch(1)],
    iterations: [point(9), point(10)],
  });
});

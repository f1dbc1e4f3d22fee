import { expect, test } from 'vitest';
import { shownEpochs } from './shownEpochs.ts';

test.each([
  ['live', 1, 60, 60],
  ['live', 1, 100_000, 100],
  ['live', 90, 100_000, 200],
  ['live', 2900, 3000, 3000],
  ['live', 0, 30, 30],
  ['paused', 2, 100_000, 2],
  ['ended', 462, 100_000, 462],
  ['ended', 0, 60, 1],
  ['ended', 60, 60, 60],
])('%s in epoch %d of %d shows %d', (state, epoch, epochs, shown) => {
  const counts = { iteration: 0, iterations: 0, samplesPerSecond: 0, secondsLeft: null };
  const statuses = { live: 'running', paused: 'paused', ended: 'stopped' } as const;
  const status = statuses[state as keyof typeof statuses];
  expect(shownEpochs({ status, progress: { ...counts, epoch, epochs } })).toBe(shown);
});

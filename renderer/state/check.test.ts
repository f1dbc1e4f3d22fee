import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { request } from '../studio.ts';
import { startChecking, useCheck } from './check.ts';
import { useDatasets } from './datasets.ts';
import { useExperiment } from './experiment.ts';
import { specOf } from './layers/testing/specOf.ts';

vi.mock('../studio.ts', () => ({ request: vi.fn(), desktop: {} }));

const asked = () => vi.mocked(request).mock.calls.map(([, params]) => params);
const setSeed = (seed: number) =>
  useExperiment.getState().change(({ spec }) => {
    spec.seed = seed;
  });
const withSeed = (seed: number) => ({ spec: expect.objectContaining({ seed }) });

let end: () => void;
beforeEach(async () => {
  vi.useFakeTimers();
  vi.mocked(request).mockImplementation(async () => ({ layers: [] }) as never);
  end = startChecking();
  useExperiment.getState().open('test', specOf([{ type: 'ReLU', options: {} }]));
  await vi.runAllTimersAsync();
  vi.mocked(request).mockClear();
});
afterEach(() => {
  end();
  useExperiment.getState().close();
  vi.useRealTimers();
});

test('a single edit is checked at once, and once', async () => {
  setSeed(1);
  expect(asked()).toEqual([withSeed(1)]);
  await vi.runAllTimersAsync();
  expect(asked()).toHaveLength(1);
  expect(useCheck.getState().spec?.seed).toBe(1);
  setSeed(2);
  expect(asked()).toEqual([withSeed(1), withSeed(2)]);
});

test('of edits in quick succession the first and the last are checked', async () => {
  for (let seed = 1; seed <= 9; seed += 1) {
    setSeed(seed);
    await vi.advanceTimersByTimeAsync(20);
  }
  await vi.runAllTimersAsync();
  expect(asked()).toEqual([withSeed(1), withSeed(9)]);
  expect(useCheck.getState().spec?.seed).toBe(9);
});

test('of two checks of one document the newest counts, whichever answers last', async () => {
  const answers: ((parameters: number) => void)[] = [];
  vi.mocked(request).mockImplementation(
    () =>
      new Promise<never>((resolve) => {
        answers.push((parameters) => resolve({ layers: [], parameters } as never));
      }),
  );
  useDatasets.getState().put([]);
  await vi.runAllTimersAsync();
  useDatasets.getState().put([]);
  await vi.runAllTimersAsync();
  const [first, second] = answers;
  second?.(2);
  await vi.runAllTimersAsync();
  expect(useCheck.getState().report?.parameters).toBe(2);
  first?.(1);
  await vi.runAllTimersAsync();
  expect(useCheck.getState().report?.parameters).toBe(2);
});

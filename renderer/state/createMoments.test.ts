import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMoments } from './createMoments.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  let state = 0;
  const told: string[] = [];
  const moments = createMoments<number, 'words' | 'chart'>({
    look: () => state,
    delays: { words: 0, chart: 60 },
    every: 250,
    hand: (work) => work(),
  });
  const next = () => {
    state += 1;
    moments.ask();
  };
  const follow = (turn: 'words' | 'chart') =>
    moments.follow(turn, (value) => told.push(`${turn} ${value}`));
  return { told, next, follow };
}

test('all turns are told the same moment, whatever has happened since', () => {
  const { told, next, follow } = setUp();
  follow('chart');
  follow('words');
  next();
  vi.advanceTimersByTime(0);
  next();
  next();
  vi.advanceTimersByTime(100);
  expect(told).toEqual(['words 1', 'chart 1']);
  vi.advanceTimersByTime(300);
  expect(told.slice(2)).toEqual(['words 3', 'chart 3']);
});

test('moments keep their distance, and the last one always comes', () => {
  const { told, next, follow } = setUp();
  follow('words');
  for (let at = 0; at < 1000; at += 50) {
    next();
    vi.advanceTimersByTime(50);
  }
  expect(told.length).toBeLessThanOrEqual(5);
  vi.advanceTimersByTime(1000);
  expect(told.at(-1)).toBe('words 20');
});

test('who has left is told nothing', () => {
  const { told, next, follow } = setUp();
  const leave = follow('chart');
  next();
  vi.advanceTimersByTime(0);
  leave();
  vi.advanceTimersByTime(500);
  expect(told).toEqual([]);
});

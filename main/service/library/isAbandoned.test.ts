import { expect, test } from 'vitest';
import { isAbandoned } from './isAbandoned.ts';

const now = 1e12;
const minutes = 60_000;

test.each([
  [
    'rests, and whose process is gone',
    { isOwnerAlive: false, touchedAt: now - 10 * minutes },
    true,
  ],
  ['is written from elsewhere', { isOwnerAlive: false, touchedAt: now - 9 * minutes }, false],
  ['is written by a clock ahead of ours', { isOwnerAlive: false, touchedAt: now + minutes }, false],
  ['rests, and whose process lives', { isOwnerAlive: true, touchedAt: 0 }, false],
])('a folder that %s', (_, folder, expected) => {
  expect(isAbandoned(folder, now)).toBe(expected);
});

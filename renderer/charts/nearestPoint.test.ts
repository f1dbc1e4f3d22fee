import { expect, test } from 'vitest';
import { nearestPoint } from './nearestPoint.ts';

const points = [1, 2, 5].map((x) => ({ x, y: x * 10 }));

test.each([
  [-3, 1],
  [1.4, 1],
  [1.6, 2],
  [3.4, 2],
  [3.6, 5],
  [99, 5],
])('nearest to %d is %d', (x, expected) => {
  expect(nearestPoint(points, x)?.x).toBe(expected);
});

test('nothing is nearest among nothing', () => {
  expect(nearestPoint([], 1)).toBeNull();
});

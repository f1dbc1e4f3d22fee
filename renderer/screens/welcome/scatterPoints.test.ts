import { expect, test } from 'vitest';
import { scatterPoints } from './scatterPoints.ts';

const frame = { width: 100, height: 50, margin: 10 };

test('fills the frame, and leaves out what lacks a value', () => {
  const rows = [
    { index: 0, values: [200, 'Biscoe', 40], target: 'a' },
    { index: 1, values: [null, 'Biscoe', null], target: 'a' },
    { index: 2, values: [220, 'Dream', 60], target: 'b' },
    { index: 3, values: [210, 'Dream', 50], target: 'b' },
  ];
  expect(scatterPoints({ rows }, frame)).toEqual([
    { index: 0, x: 10, y: 40, group: 0 },
    { index: 2, x: 90, y: 10, group: 1 },
    { index: 3, x: 50, y: 25, group: 1 },
  ]);
});

test('a table of categories alone has no points', () => {
  expect(scatterPoints({ rows: [{ index: 0, values: ['x'], target: 'a' }] }, frame)).toEqual([]);
});

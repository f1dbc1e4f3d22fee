import { expect, test } from 'vitest';
import { gappedPath } from './gappedPath.ts';

const at = (x: number, y: number) => ({ x, y, value: y });
const gap = (x: number) => ({ x, y: null, value: null });
const ofAnother = (x: number) => ({ x, y: null, value: undefined });

test('a line goes over what only another series measured', () => {
  expect(gappedPath([at(0, 9), ofAnother(1), at(2, 5)])).toBe('M0,9L2,5');
});

test('a value that cannot be drawn ends the line, and the next one begins it anew', () => {
  const points = [at(0, 9), at(1, 8), gap(2), at(3, 7), at(4, 6)];
  expect(gappedPath(points)).toBe('M0,9L1,8M3,7L4,6');
});

test('a point between two gaps is seen', () => {
  expect(gappedPath([gap(0), at(1, 8), gap(2), gap(3)])).toBe('M1,8m-1,0h2');
});

test('nothing for nothing', () => {
  expect(gappedPath([])).toBe('');
  expect(gappedPath([gap(0), ofAnother(1)])).toBe('');
});

import { expect, test } from 'vitest';
import { keepEqual } from './keepEqual.ts';

test('what is equal is the same object, what differs is new', () => {
  const before = { layers: [{ shape: [1, 2], size: 3 }, { shape: [4] }], problems: [] };
  const next = { layers: [{ shape: [1, 2], size: 5 }, { shape: [4] }], problems: [] };
  const kept = keepEqual(before, next);
  expect(kept).toEqual(next);
  expect(kept).not.toBe(before);
  expect(kept.layers[0]?.shape).toBe(before.layers[0]?.shape);
  expect(kept.layers[1]).toBe(before.layers[1]);
  expect(kept.problems).toBe(before.problems);
  expect(keepEqual(before, structuredClone(before))).toBe(before);
});

test.each([
  [null, { a: 1 }],
  [[1], { 0: 1 }],
  [{ a: 1, b: 2 }, { a: 1 }],
  [{ a: 1 }, { a: 1, b: undefined }],
  [[1, 2], [1]],
  [{ a: [] }, { a: {} }],
  [{ a: null }, { a: { b: 1 } }],
])('%j becomes %j', (before, next) => expect(keepEqual(before, next)).toStrictEqual(next));

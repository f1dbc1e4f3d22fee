import { expect, test } from 'vitest';
import { heldThumbs } from './heldThumbs.ts';

test('a thumb moves as it is moved, until it meets the other one', () => {
  expect(heldThumbs([2, 6], [3, 6], null)).toEqual({ moving: 0, positions: [3, 6] });
  expect(heldThumbs([2, 6], [2, 7], null)).toEqual({ moving: 1, positions: [2, 7] });
  expect(heldThumbs([2, 6], [6, 9], null)).toEqual({ moving: 0, positions: [6, 6] });
  expect(heldThumbs([2, 6], [1, 2], null)).toEqual({ moving: 1, positions: [2, 2] });
});

test('at the other one it goes no further, and comes back', () => {
  expect(heldThumbs([6, 6], [6, 7], 0)).toEqual({ moving: 0, positions: [6, 6] });
  expect(heldThumbs([6, 6], [4, 6], 0)).toEqual({ moving: 0, positions: [4, 6] });
  expect(heldThumbs([2, 2], [1, 2], 1)).toEqual({ moving: 1, positions: [2, 2] });
  expect(heldThumbs([2, 2], [2, 5], 1)).toEqual({ moving: 1, positions: [2, 5] });
});

test('a step of the other thumb is none of its own', () => {
  expect(heldThumbs([2, 10], [2, 9], 0)).toEqual({ moving: 0, positions: [2, 10] });
  expect(heldThumbs([0, 6], [1, 6], 1)).toEqual({ moving: 1, positions: [0, 6] });
  expect(heldThumbs([2, 6], [6, 9], 0)).toEqual({ moving: 0, positions: [6, 6] });
  expect(heldThumbs([2, 6], [0, 2], 1)).toEqual({ moving: 1, positions: [2, 2] });
});

test('of two in one place, the one is taken that can go there', () => {
  expect(heldThumbs([0, 0], [0, 3], null)).toEqual({ moving: 1, positions: [0, 3] });
  expect(heldThumbs([9, 9], [5, 9], null)).toEqual({ moving: 0, positions: [5, 9] });
});

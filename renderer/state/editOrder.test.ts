import { expect, test } from 'vitest';
import { nextRedo, nextUndo } from './editOrder.ts';

const mark = { dataset: 'iris', experiment: 'a', steps: 2 };

test('the newest change is undone first, whichever kind it is', () => {
  expect(nextUndo([mark], { id: 'a', past: 3, future: 0 })).toBe('experiment');
  expect(nextUndo([mark], { id: 'a', past: 2, future: 1 })).toEqual({ samplesOf: 'iris' });
  expect(nextUndo([], { id: 'a', past: 2, future: 1 })).toBe('experiment');
  expect(nextUndo([], { id: null, past: 0, future: 0 })).toBeNull();
});

test('what was edited beside another experiment comes after all changes of this one', () => {
  expect(nextUndo([mark], { id: 'b', past: 1, future: 0 })).toBe('experiment');
  expect(nextUndo([mark], { id: 'b', past: 0, future: 1 })).toEqual({ samplesOf: 'iris' });
});

test('changes are redone in the order in which they were made', () => {
  expect(nextRedo([mark], { id: 'a', past: 1, future: 2 })).toBe('experiment');
  expect(nextRedo([mark], { id: 'a', past: 2, future: 1 })).toEqual({ samplesOf: 'iris' });
  expect(nextRedo([mark], { id: 'a', past: 3, future: 0 })).toBeNull();
  expect(nextRedo([], { id: 'a', past: 1, future: 1 })).toBe('experiment');
  expect(nextRedo([], { id: 'a', past: 1, future: 0 })).toBeNull();
});

import { expect, test } from 'vitest';
import { isOwnHistory, type TextEntry, typed } from './textEntry.ts';

const field = {};
const before = { field, text: '32', step: undefined };
const begun = typed(null, before, false);
const at = (entry: TextEntry) => ({ ...before, text: entry.text });

test('what the document took up is undone in the document', () => {
  const entry = typed(begun, { ...before, text: '44' }, false);
  const step = {};
  expect(isOwnHistory(entry, { field, text: '44', step }, 'undo')).toBe(false);
  expect(isOwnHistory(entry, { field, text: '44', step }, 'redo')).toBe(false);
});

test('what it did not take up is undone in the field, until its beginning is back', () => {
  const entry = typed(begun, { ...before, text: '2.5' }, false);
  expect(isOwnHistory(entry, at(entry), 'undo')).toBe(true);
  expect(isOwnHistory(entry, at(entry), 'redo')).toBe(false);
  const back = typed(entry, before, true);
  expect(isOwnHistory(back, at(back), 'undo')).toBe(false);
  expect(isOwnHistory(back, at(back), 'redo')).toBe(true);
});

test('a text that was emptied by hand comes back, though it began empty', () => {
  const start = typed(null, { ...before, text: '' }, false);
  const emptied = typed(typed(start, { ...before, text: 'nn.' }, false), at(start), false);
  expect(isOwnHistory(emptied, at(emptied), 'undo')).toBe(true);
});

test('typing in another field, or a text that the studio set, is none of this field', () => {
  const entry = typed(begun, { ...before, text: 'x' }, false);
  expect(isOwnHistory(entry, { ...at(entry), field: {} }, 'undo')).toBe(false);
  expect(isOwnHistory(entry, { ...at(entry), text: '64' }, 'undo')).toBe(false);
  expect(isOwnHistory(null, before, 'undo')).toBe(false);
  const other = typed(entry, { ...before, field: {}, text: 'a' }, false);
  expect(isOwnHistory(other, at(entry), 'undo')).toBe(false);
});

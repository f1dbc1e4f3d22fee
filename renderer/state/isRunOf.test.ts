import { expect, test } from 'vitest';
import { isRunOf } from './isRunOf.ts';

const run = { experiment: 'digits', name: 'digits' };

test('a run stays with its document under another name, and with no twin of the old one', () => {
  expect(isRunOf(run, { id: 'digits', name: 'digits, wider' })).toBe(true);
  expect(isRunOf(run, { id: 'digits-2', name: 'digits' })).toBe(false);
});

test('a run without a document goes by its name', () => {
  const fromTerminal = { ...run, experiment: null };
  expect(isRunOf(fromTerminal, { id: 'any', name: 'digits' })).toBe(true);
  expect(isRunOf(fromTerminal, { id: 'digits', name: 'other' })).toBe(false);
  expect(isRunOf(fromTerminal, { id: null, name: undefined })).toBe(false);
});

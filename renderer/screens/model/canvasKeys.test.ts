import { expect, test } from 'vitest';
import { beginsTyping, canvasKeys, commandOf } from './canvasKeys.ts';

const pressed = (
  key: string,
  modifiers: Partial<Record<'alt' | 'ctrl' | 'meta' | 'shift', true>> = {},
) => ({
  key,
  altKey: modifiers.alt ?? false,
  ctrlKey: modifiers.ctrl ?? false,
  metaKey: modifiers.meta ?? false,
  shiftKey: modifiers.shift ?? false,
});

test.each([
  [pressed('ArrowUp', { alt: true }), 'up'],
  [pressed('ArrowDown', { shift: true }), 'extendNext'],
  [pressed('d', { ctrl: true }), 'duplicate'],
  [pressed('G', { ctrl: true, shift: true }), 'ungroup'],
  [pressed('?', { shift: true }), 'shortcuts'],
  [pressed('+', { shift: true }), 'larger'],
  [pressed(' '), 'open'],
  [pressed('d'), null],
  [pressed('d', { meta: true }), null],
])('%o', (keys, command) => {
  expect(commandOf(keys, false)).toBe(command);
});

test('a Mac has Command in the place of Ctrl', () => {
  expect(commandOf(pressed('d', { meta: true }), true)).toBe('duplicate');
  expect(commandOf(pressed('d', { ctrl: true }), true)).toBeNull();
});

test('a letter of any script begins to type, a sign or a shortcut does not', () => {
  expect(['c', 'C', 'ㄱ', '선'].every((key) => beginsTyping(pressed(key)))).toBe(true);
  expect(['1', '/', 'Enter', '['].some((key) => beginsTyping(pressed(key)))).toBe(false);
  expect(beginsTyping(pressed('c', { ctrl: true }))).toBe(false);
});

test('no key has two commands', () => {
  const keys = Object.values(canvasKeys).flat();
  expect(new Set(keys).size).toBe(keys.length);
});

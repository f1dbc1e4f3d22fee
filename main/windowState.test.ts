import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWindowState, writeWindowState } from './windowState.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const right = { x: 1440, y: 0, width: 1920, height: 1080 };
const file = () => join(mkdtempSync(join(tmpdir(), 'window-')), 'deep', 'window.json');
const nowhere = { bounds: null, maximized: false };

test('what was written is read again', () => {
  const path = file();
  const state = { bounds: { x: 1500, y: 20, width: 1000, height: 700 }, maximized: true };
  writeWindowState(path, state);
  expect(readWindowState(path, [laptop, right])).toEqual(state);
});

test.each([
  ['on a display that is gone', { x: 1500, y: 20, width: 1000, height: 700 }],
  ['above the upper edge', { x: 10, y: -50, width: 1000, height: 700 }],
  ['below the lower edge', { x: 10, y: 880, width: 1000, height: 700 }],
  ['with only a sliver in view', { x: -950, y: 20, width: 1000, height: 700 }],
])('a window %s starts afresh', (_case, bounds) => {
  const path = file();
  writeWindowState(path, { bounds, maximized: false });
  expect(readWindowState(path, [laptop])).toEqual(nowhere);
});

test.each(['', '{', '[]', '{"bounds":{"x":1},"maximized":false}'])('%j starts afresh', (text) => {
  const path = join(mkdtempSync(join(tmpdir(), 'window-')), 'window.json');
  writeFileSync(path, text);
  expect(readWindowState(path, [laptop])).toEqual(nowhere);
});

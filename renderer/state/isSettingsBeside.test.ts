import { expect, test } from 'vitest';
import { isSettingsBeside } from './isSettingsBeside.ts';

const inSight = {
  screen: 'model',
  isExperimentOpen: true,
  isUnfolded: true,
  inspector: true,
  overlay: false,
  isWide: true,
} as const;

test.each([
  ['the pane of a wide window', {}, true],
  ['another screen', { screen: 'train' }, false],
  ['no experiment', { isExperimentOpen: false }, false],
  ['folded settings', { isUnfolded: false }, false],
  ['a pane put away', { inspector: false }, false],
  [
    'a pane put away, though it lay over a narrow window',
    { inspector: false, overlay: true },
    false,
  ],
  ['a narrow window', { isWide: false }, false],
  ['a pane over a narrow window', { isWide: false, inspector: false, overlay: true }, true],
] as const)('%s', (_, changes, expected) => {
  expect(isSettingsBeside({ ...inSight, ...changes })).toBe(expected);
});

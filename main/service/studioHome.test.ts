import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { slugify } from './slugify.ts';
import { studioHome } from './studioHome.ts';

const userFolder = '/users/ada';

test.each([
  ['linux', {}, join(userFolder, '.local', 'share', 'descent-studio')],
  ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'descent-studio')],
  ['darwin', {}, join(userFolder, 'Library', 'Application Support', 'Descent')],
  ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Descent')],
  ['linux', { DESCENT_HOME: '/chosen' }, resolve('/chosen')],
] as const)('on %s with %o the home is %s', (platform, env, expected) => {
  expect(studioHome({ platform, env, userFolder })).toBe(expected);
});

test('--home goes before DESCENT_HOME', () => {
  expect(studioHome({ chosen: '/a', env: { DESCENT_HOME: '/b' } })).toBe(resolve('/a'));
});

test.each([
  ['My Data (2).csv', 'my-data-2-csv'],
  ['Ünïcode', 'unicode'],
  ['손글씨', '손글씨'],
  ['꽃 자료.csv', '꽃-자료-csv'],
  ['…', 'fallback'],
  ['..', 'fallback'],
  ['x'.repeat(200), 'x'.repeat(68)],
])('%s becomes %s', (name, slug) => {
  expect(slugify(name, 'fallback')).toBe(slug);
});

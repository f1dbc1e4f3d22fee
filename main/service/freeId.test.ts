import { expect, test } from 'vitest';
import { freeId } from './freeId.ts';

test.each([
  ['Digits with Adam', [], 'digits-with-adam'],
  ['digits', ['digits', 'digits-2'], 'digits-3'],
  ['숫자', [], '숫자'],
  ['--a__b--', [], 'a-b'],
  ['?', ['none'], 'none-2'],
])('%s beside %j is %s', (name, taken, expected) => {
  expect(freeId(name, 'none', (id) => taken.includes(id as never))).toBe(expected);
});

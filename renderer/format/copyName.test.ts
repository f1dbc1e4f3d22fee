import { expect, test } from 'vitest';
import { copyName } from './copyName.ts';

const english = (name: string, number: number) =>
  number === 1 ? `${name} copy` : `${name} copy ${number}`;
const korean = (name: string, number: number) =>
  number === 1 ? `${name} 사본` : `${name} 사본 ${number}`;

test.each([
  ['digits-mlp', [], 'digits-mlp copy'],
  ['digits-mlp', ['digits-mlp', 'digits-mlp copy'], 'digits-mlp copy 2'],
  ['digits-mlp copy', ['digits-mlp', 'digits-mlp copy'], 'digits-mlp copy 2'],
  ['digits-mlp copy 2', ['digits-mlp copy', 'digits-mlp copy 2'], 'digits-mlp copy 3'],
  ['digits-mlp copy 2', ['digits-mlp copy 2'], 'digits-mlp copy'],
  ['run 3', [], 'run 3 copy'],
  [' copy', [], ' copy copy'],
])('a copy of %j beside %j is %j', (name, taken, expected) => {
  expect(copyName(name, taken, english)).toBe(expected);
});

test('each language counts by its own word', () => {
  expect(copyName('숫자 사본', ['숫자 사본'], korean)).toBe('숫자 사본 2');
});

test('a long name is cut, never its number', () => {
  const long = 'x'.repeat(200);
  const first = copyName(long, [], english);
  const second = copyName(long, [first], english);
  expect([first.length, second.length]).toEqual([200, 200]);
  expect(second.endsWith(' copy 2')).toBe(true);
});

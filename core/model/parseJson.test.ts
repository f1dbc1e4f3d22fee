import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './parseJson.ts';

const indexOf = (text: string) => {
  const parsed = parseJson(text);
  return 'fault' in parsed ? `${parsed.fault.line}:${parsed.fault.column}` : parsed.value;
};

test.each([
  ['', '1:1'],
  ['[1, 2', '1:6'],
  ['{"a": 1,\n "b": }', '2:7'],
  ['{"a": 1,\n}', '2:1'],
  ['[1,\n 2,\n x]', '3:2'],
  ['{"a" 1}', '1:6'],
  ['{a: 1}', '1:2'],
  ['[1] 2', '1:5'],
  ['["a\nb"]', '1:2'],
  ['[01]', '1:3'],
  ['[1}', '1:3'],
])('%j ceases to be JSON at %s', (text, place) => {
  expect(indexOf(text)).toBe(place);
});

test('what is JSON has no fault, and what is cut off ends where it was cut', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, cut) => {
      const text = JSON.stringify(value, null, 1);
      expect(indexOf(text)).toEqual(JSON.parse(text));
      const part = text.slice(0, cut % text.length);
      if (!'[{'.includes(text.charAt(0))) return;
      expect(indexOf(part)).toMatch(/^\d+:\d+$/);
    }),
  );
});

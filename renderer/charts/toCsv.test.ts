import { expect, test } from 'vitest';
import { toCsv } from './toCsv.ts';

test('a column a series, blanks where one has no value, names quoted', () => {
  const csv = toCsv('Epoch', [
    {
      key: 'a',
      label: 'Train, mean',
      color: '',
      points: [
        { x: 1, y: 0.5 },
        { x: 2, y: 0.25 },
      ],
    },
    { key: 'b', label: 'Say "b"', color: '', points: [{ x: 2, y: 1 }] },
  ]);
  expect(csv).toBe('Epoch,"Train, mean","Say ""b"""\n1,0.5,\n2,0.25,1\n');
});

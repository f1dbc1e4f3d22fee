/** What a table must not be, with the sentence that says so. */
import { expect, test } from 'vitest';
import type { ImportChoices } from '../../contract/ImportOptions.ts';
import { readTable as read } from '../readTable.ts';
import { caughtError } from '../testing/caughtError.ts';

const readTable = (text: string, choices: ImportChoices = {}) =>
  read(text, { name: 'data.csv', choices });

const refusals: readonly (readonly [string, string, ImportChoices, string, string | null])[] = [
  [
    'a header only',
    'x,y\n',
    {},
    '"data.csv" must hold at least 3 samples. Received 0 below the header.',
    null,
  ],
  [
    'too few samples',
    'x,y\n1,a\n2,b',
    {},
    '"data.csv" must hold at least 3 samples. Received 2 below the header.',
    null,
  ],
  [
    'one column',
    'y\na\nb\na',
    {},
    'A table must have a target column and at least one feature. Received "y" alone.',
    'row 1',
  ],
  [
    'a short row',
    'x,y,k\n1,2,a\n3,b\n',
    {},
    'Row 3 has another number of fields than the header: 2 instead of 3.',
    'row 3',
  ],
  [
    'a long row',
    'x,y,k\n1,2,a\n3,4,5,b\n',
    {},
    'Row 3 has another number of fields than the header: 4 instead of 3.',
    'row 3',
  ],
  [
    'an infinite feature',
    'age,k\n1,a\nInfinity,a\n3,b',
    {},
    'Feature "age" must be a finite number in every row. Received "Infinity".',
    'row 3, column "age"',
  ],
  [
    'a feature beyond float32',
    'age,k\n1e39,a\n1,b\n2,a',
    {},
    'Feature "age" must be a finite number in every row. Received "1e39".',
    'row 2, column "age"',
  ],
  [
    'text in a chosen number',
    'age,k\n1,a\nold,b\n2,a',
    { columns: [{ name: 'age', type: 'number' }] },
    'Feature "age" must be a finite number in every row. Received "old".',
    'row 3, column "age"',
  ],
  [
    'text in a chosen date',
    'd,k\n2024-01-01,a\nsoon,b\n2024-02-30,a',
    { columns: [{ name: 'd', type: 'date' }] },
    'Column "d" must be a date such as 2024-03-01 in every row. Received "soon".',
    'row 3, column "d"',
  ],
  [
    'one class',
    'age,k\n1,a\n2,a\n3,a',
    {},
    'Target column "k" must hold at least two classes. Every row says "a".',
    'column "k"',
  ],
  [
    'a target of texts that never repeat',
    'age,k\n1,10.5\n2,11.5\n3,12..5\n4,9.5',
    {},
    'Target column "k" must hold numbers, or classes that several rows share. Received 4 different values in 4 rows, among them "12..5".',
    'row 4, column "k"',
  ],
  [
    'a text to regress',
    'x,y\n1,2\n2,b\n3,4',
    { task: 'regression' },
    'Target "y" must be a number in every row to be regressed. Received "b".',
    'row 3, column "y"',
  ],
  [
    'a target beyond float32',
    'x,y\n1,2.5\n2,1e300\n3,4',
    {},
    'A number must fit float32. Received 1e+300.',
    'row 3, column "y"',
  ],
  [
    'an unknown target',
    'x,y\n1,2',
    { target: 'z' },
    'There is no column "z" to be the target.',
    'column "z"',
  ],
  [
    'an unknown text column',
    'x,y\n1,2',
    { text: 'z' },
    'There is no column "z" of texts.',
    'column "z"',
  ],
  [
    'two uses of a column',
    'x,y\n1,2',
    { text: 'x', target: 'x' },
    'Column "x" cannot be both target and text.',
    'column "x"',
  ],
  [
    'no target',
    'w,split\na,train\nb,test\nc,train',
    { text: 'w' },
    'A table must have a target column. Every column has another use or is left out.',
    'column "w"',
  ],
  [
    'no feature',
    'x,y\n1,2.5\n2,3\n3,4',
    { columns: [{ name: 'x', type: 'skip' }] },
    'A table must have at least one feature. Every column but the target is left out.',
    'column "x"',
  ],
  [
    'nothing to train on',
    'split,x,y\ntest,1,2.5\ntest,2,3\ntest,4,4',
    { splitColumn: 'split' },
    'Column "split" must leave samples to train on. Every row says test.',
    'column "split"',
  ],
];

test.each(refusals)('%s is refused', (_, text, choices, message, where) => {
  expect(caughtError(() => readTable(text, choices))).toMatchObject({
    code: 'invalid-dataset',
    message,
    where,
  });
});

test('10,001 classes are refused, 10,001 different numbers are not', () => {
  const rows = (letter: string) =>
    Array.from({ length: 30_000 }, (_, row) => `${row},${letter}${row % 10_001}`).join('\n');
  expect(caughtError(() => readTable(`x,y\n${rows('c')}`)).message).toBe(
    'Target column "y" must name at most 10000 classes. It names more.',
  );
  expect(readTable(`x,y\n${rows('')}`).target.kind).toBe('number');
});

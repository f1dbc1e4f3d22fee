import { expect, it } from 'vitest';
import type { DecimalMark } from '../../core/contract/ImportOptions.ts';
import { encodeSample } from '../../core/preprocessing/encodeSample.ts';
import type { Preprocessor } from '../../core/preprocessing/Preprocessor.ts';
import { readRawSamples } from './readRawSamples.ts';

const number = (name: string) =>
  ({ name, type: 'number', scale: 1, shift: 0, missing: null }) as const;
const table: Preprocessor = { kind: 'table', columns: [number('length'), number('width')] };
const image: Preprocessor = { kind: 'image', sampleShape: [1, 1, 2], scale: 1, shift: 0 };
const text: Preprocessor = {
  kind: 'text',
  tokenizer: { type: 'Words', options: { lowercase: true, punctuation: 'drop' } },
  vectorizer: {
    type: 'BagOfWords',
    options: { vocabularySize: 2, minimumCount: 1, ngramMin: 1, ngramMax: 1, binary: false },
  },
  terms: ['good', '좋다'],
  weights: [],
};
const encoded = (input: string, preprocessor: Preprocessor = table, decimal?: DecimalMark) =>
  readRawSamples(input, preprocessor, { decimal: decimal ?? null }).rows.map(({ sample }) => [
    ...encodeSample(preprocessor, sample),
  ]);

it.each([
  ['a header in the model’s order', 'length,width\n1,2\n3,4\n'],
  ['a header in another order', 'width,length\n2,1\n4,3\n'],
  ['further columns, the target among them', 'id,width,species,length\n7,2,a,1\n8,4,b,3\n'],
  ['blanks around the names', ' length ; width\n1;2\n3;4\n'],
  ['no header', '1,2\n3,4\n'],
  ['decimal commas', 'length;width\n1,0;2,0\n3,00;4\n'],
  ['decimal commas without a header', '1,0;2,0\n3,0;4,0\n'],
  ['JSON', '[[1,2],[3,4]]'],
])('reads %s', (_, input) => {
  expect(encoded(input)).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

it('refuses a header that lacks a column, and says which ones there are', () => {
  expect(() => encoded('length,height\n1,2\n')).toThrow(
    expect.objectContaining({
      code: 'invalid-request',
      message: 'The input lacks the column "width".',
      where: 'row 1',
      hint: 'The model takes "length", "width", in any order. The header holds "length", "height".',
    }),
  );
});

it.each([
  ['a row without a header', '1,2\n3\n', 'row 2'],
  ['JSON', '[[1,2],[3]]', 'row 2'],
  ['one row of JSON', '[1]', 'row 1'],
])('refuses %s that has not a value for each column', (_, input, where) => {
  expect(() => encoded(input)).toThrow(
    expect.objectContaining({
      message: 'The model takes 2 values, one for each column. Received 1.',
      where,
      hint: 'The columns are "length", "width", in this order. A CSV with a header that names them may hold more, in any order.',
    }),
  );
});

it('refuses rows that are not as long as their header', () => {
  expect(() => encoded('id,length,width\n1,2,3\n1,2\n1,2,3,4\n4,5,6\n5,6,7')).toThrow(
    expect.objectContaining({
      message:
        '2 rows have another number of fields than the header, which has 3. The first: row 3 has 2, row 4 has 4.',
      where: 'row 3',
      hint: expect.stringMatching(/^Nothing was predicted. A field that holds the delimiter/),
    }),
  );
});

it('takes labels, and empty cells where training missed values too', () => {
  const columns: Preprocessor = {
    kind: 'table',
    columns: [
      { name: 'sex', type: 'category', labels: ['female', 'male'], missing: 'ownCategory' },
      { ...number('mass'), missing: 4 },
    ],
  };
  expect(encoded('mass,sex\n3,male\n,\n', columns)).toEqual([
    [0, 1, 0, 3],
    [0, 0, 1, 4],
  ]);
  expect(encoded('[["female", null]]', columns)).toEqual([[1, 0, 0, 4]]);
});

it('takes the columns as they stand for an image, whose pixels have no names', () => {
  expect(encoded('a,b\n1,2\n', image)).toEqual([[1, 2]]);
  expect(() => encoded('1,x\n', image)).toThrow(
    expect.objectContaining({ message: 'Every pixel must be a number. Received "x".' }),
  );
});

it('takes lines or a JSON array of texts', () => {
  const lines = [
    [1, 0],
    [0, 1],
  ];
  expect(encoded('Good!\n\n좋다\n', text)).toEqual(lines);
  expect(encoded('["Good!", "좋다"]', text)).toEqual(lines);
});

it('says how numbers are read that are not written as usual', () => {
  const { notes } = readRawSamples('length;width\n0,5;1\n1,5;2\n', table);
  expect(notes).toEqual(['Column "length" is read with a decimal comma: "0,5" in row 2 is 0.5.']);
  expect(readRawSamples('length,width\n0.5,1\n', table).notes).toEqual([]);
});

it('refuses a number that can be read in two ways, until the mark is chosen', () => {
  const input = 'length;width\n0,5;12\n1,5;1.234\n';
  expect(() => encoded(input)).toThrow(
    expect.objectContaining({
      code: 'invalid-request',
      message:
        'Column "width" can be read in two ways: "1.234" is 1234 with a decimal comma and 1.234 with a decimal point.',
      where: 'row 3',
      hint: 'Say which mark stands before the fractions: --decimal comma, or --decimal point.',
    }),
  );
  expect(() => encoded('length;width\n0.5;1,234\n')).toThrow(
    expect.objectContaining({ where: 'row 2' }),
  );
  const prices = 'length;width\n103.110;1957\n';
  expect(() => encoded(prices)).toThrow(
    expect.objectContaining({
      message:
        'Column "length" can be read in two ways: "103.110" is 103110 with a decimal comma and 103.11 with a decimal point.',
      hint: expect.stringContaining('--decimal point'),
    }),
  );
  expect(encoded(prices, table, 'comma')).toEqual([[103110, 1957]]);
  expect(encoded(prices, table, 'point')).toEqual([[Math.fround(103.11), 1957]]);
  expect(encoded(input, table, 'comma')).toEqual([
    [0.5, 12],
    [1.5, 1234],
  ]);
  expect(encoded('length;width\n0.5;1,234\n', table, 'point')).toEqual([[0.5, 1234]]);
  expect(encoded('0.5;1.25\n')).toEqual([[0.5, 1.25]]);
});

it('looks at no column but those that the model takes for numbers', () => {
  const input = 'code;length;width\n1,5;1.25;1.234\n2,5;2.25;5.5\n';
  expect(encoded(input)).toEqual([[1.25, 1.234].map(Math.fround), [2.25, 5.5]]);
  expect(readRawSamples(input, table).notes).toEqual([]);
  const pairs = 'pair,length,width\n"1,2",1.25,1.234\n';
  expect(encoded(pairs)).toEqual([[1.25, 1.234].map(Math.fround)]);
});

it('takes a chosen mark at its word, and for rows of CSV alone', () => {
  expect(() => encoded('length;width\n0,5;3.14\n', table, 'comma')).toThrow(
    expect.objectContaining({
      message: '"3.14" is no number with a decimal comma.',
      where: 'row 2',
    }),
  );
  expect(() => encoded('length;width\n0,5;3.14\n', table, 'point')).toThrow(
    expect.objectContaining({ message: '"length" must be a finite number. Received "0,5".' }),
  );
  const refused = expect.objectContaining({
    message: 'Only rows of CSV have a decimal mark to choose.',
    hint: 'Leave --decimal out.',
  });
  expect(() => encoded('[1, 2]', table, 'comma')).toThrow(refused);
  expect(() => encoded('good', text, 'point')).toThrow(refused);
});

const numbered: Preprocessor = { kind: 'table', columns: [number('column 2'), number('column 3')] };

it('takes the file without a header that the model was trained on, its target left out', () => {
  expect(encoded('a,1,2\nb,3,4\n', numbered)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(encoded('1,2\n3,4\n', numbered)).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

it('calls columns without a name, and of one name, as an import does', () => {
  const doubled: Preprocessor = { kind: 'table', columns: [number('a'), number('a 2')] };
  expect(encoded('a,y,a\n1,x,2\n', doubled)).toEqual([[1, 2]]);
  expect(encoded('x,,\n5,1,2\n', numbered)).toEqual([[1, 2]]);
});

it('takes a delimiter at the end of every row, or of the header alone', () => {
  const rows = [
    [1, 2],
    [3, 4],
  ];
  expect(encoded('length,width\n1,2,\n3,4,\n')).toEqual(rows);
  expect(encoded('width,length,\n2,1\n4,3\n')).toEqual(rows);
  expect(() => encoded('length,width\n1,2,\n3,4\n')).toThrow(
    'Row 2 has another number of fields than the header: 3 instead of 2.',
  );
});

it('says how rows without a header are predicted, where a column of such a file is missing', () => {
  const texts: Preprocessor = {
    kind: 'table',
    columns: [{ name: 'column 1', type: 'category', labels: ['a', 'b'], missing: null }],
  };
  expect(() => readRawSamples('a\nb\n', texts)).toThrow(
    expect.objectContaining({
      message: 'The input lacks the column "column 1".',
      hint: expect.stringMatching(/Where the first row is a sample, add --header no\.$/),
    }),
  );
  expect(readRawSamples('a\nb\n', texts, { header: 'no' }).rows).toHaveLength(2);
});

it('takes the first row for what it is said to be', () => {
  const texts: Preprocessor = {
    kind: 'table',
    columns: [{ name: 'k', type: 'category', labels: ['a', 'b'], missing: null }],
  };
  const rowsOf = (header: 'yes' | 'no') => readRawSamples('a\nb\n', texts, { header }).rows;
  expect(rowsOf('no').map(({ sample }) => sample)).toEqual([
    { kind: 'table', values: ['a'] },
    { kind: 'table', values: ['b'] },
  ]);
  expect(() => rowsOf('yes')).toThrow('The input lacks the column "k".');
  expect(() => readRawSamples('[1, 2]', table, { header: 'no' })).toThrow(
    'Only rows of CSV have a first row, or quotation marks, to choose.',
  );
});

it('reads a quotation mark between tabs as a letter where it encloses nothing', () => {
  const texts: Preprocessor = {
    kind: 'table',
    columns: [
      { name: 'k', type: 'category', labels: ['5" pipe', 'p'], missing: null },
      number('n'),
    ],
  };
  const { rows, notes } = readRawSamples('k\tn\n5" pipe\t1\np\t2\n', texts);
  expect(rows.map(({ sample }) => sample)).toMatchObject([
    { values: ['5" pipe', '1'] },
    { values: ['p', '2'] },
  ]);
  expect(notes).toEqual(['Quotation marks are read as letters: around cells they do not fit.']);
  const commas = 'k,n\n5" pipe,1\n';
  expect(() => readRawSamples(commas, texts)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('Add --quotes letters for that.') }),
  );
  expect(readRawSamples(commas, texts, { quotes: 'letters' }).notes).toEqual([]);
});

import { expect, it } from 'vitest';
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
const encoded = (input: string, preprocessor: Preprocessor = table) =>
  readRawSamples(input, preprocessor).map(({ sample }) => [...encodeSample(preprocessor, sample)]);

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

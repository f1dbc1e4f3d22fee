import { expect, it } from 'vitest';
import { readFeatureRows } from './readFeatureRows.ts';

const names = ['length', 'width'];
const valuesOf = (text: string, featureNames = names) =>
  readFeatureRows(text, featureNames).map(({ values }) => values);

it.each([
  ['a header in the model’s order', 'length,width\n1,2\n3,4\n'],
  ['a header in another order', 'width,length\n2,1\n4,3\n'],
  ['further columns, the target among them', 'id,width,species,length\n7,2,a,1\n8,4,b,3\n'],
  ['blanks around the names', ' length ; width\n1;2\n3;4\n'],
  ['no header', '1,2\n3,4\n'],
  ['JSON', '[[1,2],[3,4]]'],
])('reads %s', (_, text) => {
  expect(valuesOf(text)).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

it('refuses a header that lacks a feature, and says which ones there are', () => {
  expect(() => valuesOf('length,height\n1,2\n')).toThrow(
    expect.objectContaining({
      code: 'invalid-request',
      message: 'The input lacks the column "width".',
      where: 'row 1',
      hint: 'The model takes "length", "width", in any order. The header holds "length", "height".',
    }),
  );
});

it('names the row and the column of what is no number', () => {
  expect(() => valuesOf('width,length\n2,1\n4,x\n')).toThrow(
    expect.objectContaining({
      message: 'Every feature must be a number. Received "x".',
      where: 'row 3, column length',
    }),
  );
});

it('takes the columns as they stand for an image, whose pixels have no names', () => {
  expect(valuesOf('a,b\n1,2\n', [])).toEqual([[1, 2]]);
});

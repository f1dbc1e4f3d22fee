import { expect, it } from 'vitest';
import { ImportOptions } from '../../contract/ImportOptions.ts';
import { planTable, type TableChoices } from './planTable.ts';
import { previewFaults } from './previewFaults.ts';
import { surveyColumns } from './surveyColumns.ts';

function faultsOf(
  table: readonly (readonly string[])[],
  choices: Partial<TableChoices> = {},
): string[] {
  const { warnings, refusals } = previewOf(table, choices);
  return [...refusals.map(({ message }) => message), ...warnings];
}

function previewOf(table: readonly (readonly string[])[], choices: Partial<TableChoices> = {}) {
  const [names = [], ...rows] = table;
  const plan = planTable(surveyColumns(names, rows), {
    ...ImportOptions.parse({}),
    ...choices,
  });
  const first = rows.map((cells, index) => ({ row: index + 2, cells }));
  return previewFaults(plan, surveyColumns(names, rows), first);
}

const ages = (count: number, values: number) =>
  Array.from({ length: count }, (_, row) => [`${row % values}`, row % 2 ? 'a' : 'b']);

it('says nothing of a table in order', () => {
  expect(faultsOf([['age', 'kind'], ...ages(40, 30)])).toEqual([]);
});

it.each(['1e999', ' -1e39', 'Infinity'])(
  'names %s in a feature of numbers, not in categories or a row without target',
  (cell) => {
    const table = [
      ['age', 'size', 'kind'],
      ['1', '2', 'a'],
      ['2', cell, 'b'],
      ['3', cell, 'a'],
    ];
    const message =
      `Column "size" will be refused. Row 3 says "${cell.trim()}", which is no finite float32. ` +
      'Mend the value, leave it empty, or import the column as categories.';
    expect(previewOf(table).refusals).toEqual([{ message, wayOut: null, column: 'size' }]);
    const asCategories = { columns: [{ name: 'size', type: 'category' as const }] };
    expect(faultsOf(table, asCategories)).toEqual([]);
    const [names = [], first = [], second = []] = table;
    expect(previewOf([names, first, first, ['2', cell, '']]).refusals).toEqual([]);
    expect(
      previewOf([names, first, second, ['2', cell]], { ragged: 'drop' }).refusals,
    ).toHaveLength(1);
    expect(previewOf([names, first, first, ['2', cell]], { ragged: 'drop' }).refusals).toEqual([]);
  },
);

it('names the first rows of another length, how many there are, and what to do', () => {
  const table = [['age', 'kind'], ...ages(5, 30), ['7']];
  const short = 'A row may be cut off: an empty field needs its delimiter, too.';
  expect(faultsOf(table)).toEqual([
    `Row 7 has another number of fields than the header: 1 instead of 2. The import refuses such a row. ${short}`,
  ]);
  const two = 'row 7 has 1, row 8 has 3';
  const many = `2 rows have another number of fields than the header, which has 2. The first: ${two}.`;
  const both =
    'A field that holds the delimiter must stand in quotation marks, and an empty field needs its delimiter, too.';
  const longer = [...table, ['1', 'a', 'x']];
  expect(faultsOf(longer)).toEqual([`${many} The import refuses such rows. ${both}`]);
  expect(faultsOf(longer, { ragged: 'drop' })).toEqual([`${many} Such rows are left out. ${both}`]);
});

it.each([
  [
    'few values',
    8,
    'Column "age" is read as categories. 40 of 41 values are numbers, but row 42 says "old".',
  ],
  [
    'many values',
    30,
    'Column "age" will be refused. 40 of 41 values are numbers, but row 42 says "old".',
  ],
])('names the text among numbers of %s', (_name, values, message) => {
  const table = [['age', 'kind'], ...ages(40, values), [' old', 'a']];
  expect(faultsOf(table)).toEqual([message]);
  expect(faultsOf(table, { columns: [{ name: 'age', type: 'category' }] })).toEqual([]);
});

it('names the text that makes classes of a target of numbers', () => {
  const rows = Array.from({ length: 9 }, (_, row) => ['1', `${row}.5`]);
  const table = [['age', 'price'], ...rows, ['1', 'n/k']];
  const price =
    'Target "price" is read as classes. 9 of 10 values are numbers, but row 11 says "n/k".';
  expect(faultsOf(table)).toEqual([price]);
  expect(faultsOf(table, { task: 'classification' })).toEqual([]);
});

it('takes a column of words with a few numbers in it for what it is', () => {
  const rows = Array.from({ length: 9 }, (_, row) => [row % 3 ? 'blue' : '7', row % 2 ? 'a' : 'b']);
  expect(faultsOf([['colour', 'kind'], ...rows])).toEqual([]);
});

it.each([
  ['marks alone', () => '-'],
  ['marks and comments', (at: number) => (at % 12 === 0 ? `comment ${at}` : 'none')],
  [
    'marks, and more texts than numbers',
    (at: number) => (at % 12 === 0 ? `${at}${at % 5 ? 'x' : ''}` : '-'),
  ],
])('promises no numbers of a column of %s', (_name, cell) => {
  const rows = Array.from({ length: 600 }, (_, at) => [cell(at), at % 2 ? 'a' : 'b']);
  expect(faultsOf([['age', 'kind'], ...rows])).toEqual([]);
});

it('says of a column of marks that is chosen as numbers nothing about numbers', () => {
  const table = [
    ['age', 'kind'],
    ['-', 'a'],
    ['none', 'b'],
    ['-', 'a'],
  ];
  expect(faultsOf(table, { columns: [{ name: 'age', type: 'number' }] })).toEqual([]);
});

it('tells what stops an import, and what can be chosen instead, from what it decides itself', () => {
  const table = [['age', 'kind'], ...ages(40, 30), ['old', 'a'], ['7']];
  const refusals = [
    { wayOut: 'leave-ragged-out', column: null },
    { wayOut: null, column: 'age' },
  ];
  expect(previewOf(table)).toMatchObject({ warnings: [], refusals });
  const chosen = { columns: [{ name: 'age', type: 'category' }], ragged: 'drop' } as const;
  expect(previewOf(table, { ...chosen, columns: [...chosen.columns] })).toMatchObject({
    warnings: [expect.stringContaining('Such a row is left out.')],
    refusals: [],
  });
});

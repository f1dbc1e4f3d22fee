import { describe, expect, it } from 'vitest';
import { readCsv } from './readCsv.ts';
import { caughtError } from './testing/caughtError.ts';

const read = (text: string, target?: string) =>
  readCsv(new TextEncoder().encode(text), {
    name: 'data.csv',
    ...(target !== undefined && { target }),
  });

const numbers = (rows: number) =>
  Array.from({ length: rows }, (_, row) => `${row},${row / 2}`).join('\n');

describe('readCsv', () => {
  it('reads numeric features and takes the last column as target', () => {
    const dataset = read('x,y,kind\n1,2.5,cat\n-3,4e2,dog\n 5 ,+.5,cat\n6,0,dog\n');
    expect(dataset).toMatchObject({
      kind: 'table',
      samples: 4,
      columns: [
        { name: 'x', type: 'number' },
        { name: 'y', type: 'number' },
      ],
      target: { kind: 'class', name: 'kind', labels: ['cat', 'dog'], counts: [2, 2] },
      givenSplits: null,
      warnings: [],
    });
    expect([...dataset.values]).toEqual([1, 2.5, -3, 400, 5, 0.5, 6, 0]);
    expect([...dataset.targets]).toEqual([0, 1, 0, 1]);
  });

  it('takes the named target, wherever it stands', () => {
    const dataset = read('kind,x\nb,1\na,2\nb,3\na,4', 'kind');
    expect(dataset.columns.map((column) => column.name)).toEqual(['x']);
    expect([...dataset.targets]).toEqual([1, 0, 1, 0]);
  });

  it('gives the same whatever the byte-order mark, line ends, quotes and delimiter', () => {
    const plain = read('x,y,kind\n1,2,a\n3,4,b\n5,6,a\n7,8,b');
    const variants = [
      '\ufeffx,y,kind\r\n1,2,a\r\n3,4,b\r\n5,6,a\r\n7,8,b\r\n',
      '"x","y","kind"\n"1","2","a"\n3,4,b\r\n5,6,a\n\n7,8,b\n\n',
      'x;y;kind\n1;2;a\n3;4;b\n5;6;a\n7;8;b',
      'x\ty\tkind\n1\t2\ta\n3\t4\tb\n5\t6\ta\n7\t8\tb',
    ];
    for (const variant of variants) expect(read(variant)).toEqual(plain);
  });

  it('removes blanks around labels and says so', () => {
    const dataset = read('x,kind\n1,a\n2,"a   "\n3,b\n4, b');
    expect(dataset.target).toMatchObject({ labels: ['a', 'b'], counts: [2, 2] });
    expect(dataset.warnings).toEqual([
      'Blanks around 2 target values were removed, first "a   " in row 3.',
    ]);
  });

  it('warns of a feature that never changes', () => {
    expect(read('x,c,kind\n1,7,a\n2,7,b\n3,7,a\n4,7,b').warnings).toEqual([
      'Feature "c" is the same in every row and tells nothing.',
    ]);
  });

  describe('understands the target', () => {
    it('as classes for a few whole numbers, in order of value', () => {
      const dataset = read('x,y\n1,10\n2,9\n3,10\n4,9\n5,-1\n6,-1.0');
      expect(dataset.target).toEqual({
        kind: 'class',
        name: 'y',
        labels: ['-1', '9', '10'],
        counts: [2, 2, 2],
      });
      expect(dataset.warnings).toEqual([
        'Target "y" holds 3 different whole numbers and is read as classes.',
      ]);
    });

    it('as classes for texts, and for two whole numbers, in however few rows', () => {
      expect(read('x,y\n1,a\n2,b\n3,c\n4,a').target).toMatchObject({ labels: ['a', 'b', 'c'] });
      expect(read('x,y\n1,0\n2,1\n3,1').target).toMatchObject({ labels: ['0', '1'] });
    });

    it('as a number for fractions', () => {
      const dataset = read(`x,y\n${numbers(9)}`);
      expect(dataset.target).toEqual({ kind: 'number', name: 'y', minimum: 0, maximum: 4 });
      expect(dataset.targets).toEqual(Float32Array.from({ length: 9 }, (_, row) => row / 2));
    });

    it('as a number for more than 20 whole numbers, or numbers that hardly repeat', () => {
      const many = Array.from({ length: 84 }, (_, row) => `${row},${row % 21}`).join('\n');
      expect(read(`x,y\n${many}`).target.kind).toBe('number');
      expect(read('x,y\n1,250\n2,300\n3,250\n4,410\n5,90').target.kind).toBe('number');
    });
  });

  it.each([
    ['an empty file', '', '"data.csv" is empty.', null],
    ['blank lines only', '\n\n', '"data.csv" is empty.', null],
    [
      'a header only',
      'x,y\n',
      '"data.csv" must hold at least 3 samples. Received 0 below the header.',
      null,
    ],
    [
      'too few samples',
      'x,y\n1,a\n2,b',
      '"data.csv" must hold at least 3 samples. Received 2 below the header.',
      null,
    ],
    [
      'no header',
      '1,2,0\n3,4,1\n5,6,0',
      'The first row must name the columns. It holds only numbers.',
      'row 1',
    ],
    [
      'a nameless column',
      ',x,y\n0,1,a',
      'Every column must have a name. Column 1 has none.',
      'row 1',
    ],
    [
      'two columns of one name',
      'x,y,x\n1,2,a',
      'Column names must differ. "x" names columns 1 and 3.',
      'row 1',
    ],
    [
      'one column',
      'y\na\nb\na',
      'A table must have a target column and at least one feature. Received "y" alone.',
      'row 1',
    ],
    [
      'a short row',
      'x,y,k\n1,2,a\n3,b\n',
      'Every row must have 3 fields, as the header has. Received 2.',
      'row 3',
    ],
    [
      'a long row',
      'x,y,k\n1,2,a\n3,4,5,b\n',
      'Every row must have 3 fields, as the header has. Received 4.',
      'row 3',
    ],
    [
      'text in a feature',
      'age,k\n1,a\nold,b\n',
      'Feature "age" must be a finite number in every row. Received "old".',
      'row 3, column "age"',
    ],
    [
      'a hexadecimal feature',
      'age,k\n0x10,a\n',
      'Feature "age" must be a finite number in every row. Received "0x10".',
      'row 2, column "age"',
    ],
    [
      'an infinite feature',
      'age,k\nInfinity,a\n',
      'Feature "age" must be a finite number in every row. Received "Infinity".',
      'row 2, column "age"',
    ],
    [
      'a feature beyond float32',
      'age,k\n1e39,a\n',
      'Feature "age" must be a finite number in every row. Received "1e39".',
      'row 2, column "age"',
    ],
    [
      'an empty feature',
      'age,k\n1,a\n,b\n',
      '"age" has a missing value: an empty cell.',
      'row 3, column "age"',
    ],
    [
      'a marked missing value',
      'age,k\n1,a\nNA,b\n',
      '"age" has a missing value: "NA".',
      'row 3, column "age"',
    ],
    ['NaN', 'age,k\nnan,a\n', '"age" has a missing value: "nan".', 'row 2, column "age"'],
    ['a missing target', 'age,k\n1,a\n2,?\n', '"k" has a missing value: "?".', 'row 3, column "k"'],
    [
      'one class',
      'age,k\n1,a\n2,a\n3,a',
      'Target column "k" must hold at least two classes. Every row says "a".',
      'column "k"',
    ],
    [
      'a target of texts that never repeat',
      'age,k\n1,10.5\n2,11.5\n3,12..5\n4,9.5',
      'Target column "k" must hold numbers, or classes that several rows share. Received 4 different values in 4 rows, among them "12..5".',
      'row 4, column "k"',
    ],
    [
      'an open quote',
      'age,k\n1,a\n2,"b\n',
      'A quotation mark that is never closed.',
      'row 3, column 2',
    ],
  ])('refuses %s', (_, text, message, where) => {
    expect(caughtError(() => read(text))).toMatchObject({
      code: 'invalid-dataset',
      message,
      where,
    });
  });

  it('lists the columns when the target is none of them', () => {
    expect(caughtError(() => read('x,y,kind\n1,2,a', 'label'))).toEqual({
      code: 'invalid-dataset',
      message: 'There is no column "label" to be the target.',
      where: 'column "label"',
      hint: 'The columns are "x", "y", "kind".',
    });
  });

  it('survives a column named __proto__', () => {
    const { columns } = read('__proto__,kind\n1,a\n2,b\n3,a\n4,b');
    expect(columns).toEqual([{ name: '__proto__', type: 'number' }]);
  });
});

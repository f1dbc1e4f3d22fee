import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ImportChoices } from '../../contract/ImportOptions.ts';
import { readTable as read } from '../readTable.ts';
import { caughtError } from '../testing/caughtError.ts';

const readTable = (text: string, choices: ImportChoices = {}, window = 5000) => {
  const dataset = read(text, { name: 'data.csv', choices, window });
  const missing = dataset.columns.map((_, column) => {
    const size = dataset.columns.length;
    return dataset.values.filter((value, at) => at % size === column && Number.isNaN(value)).length;
  });
  const { kind } = dataset;
  const texts =
    kind === 'text'
      ? [...dataset.offsets.slice(1)].map((end, index) =>
          Buffer.from(dataset.texts.subarray(dataset.offsets[index], end)).toString('utf8'),
        )
      : [];
  const givenSplits = dataset.givenSplits && [...dataset.givenSplits];
  return { ...dataset, missing, texts, givenSplits };
};

const numbers = (rows: number) =>
  Array.from({ length: rows }, (_, row) => `${row},${row / 2}`).join('\n');

describe('a table', () => {
  it('has numeric features and takes the last column as target', () => {
    const table = readTable('x,y,kind\n1,2.5,cat\n-3,4e2,dog\n 5 ,+.5,cat\n6,0,dog\n');
    expect(table).toMatchObject({
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
    expect([...table.values]).toEqual([1, 2.5, -3, 400, 5, 0.5, 6, 0]);
    expect([...table.targets]).toEqual([0, 1, 0, 1]);
  });

  it('takes a column named like a target, and the chosen one before it', () => {
    const text = 'label,x,y\nb,1,p\na,2,q\nb,3,p\na,4,q';
    expect(readTable(text).target.name).toBe('label');
    expect(readTable(text, { target: 'y' }).target.name).toBe('y');
  });

  it('has the label in front of the pixels of a square whose corners never vary', () => {
    const pixel = (place: number, label: number) =>
      [0, 3, 12].includes(place) ? 0 : place * label;
    const image = (label: number, corner: number) =>
      [label, ...Array.from({ length: 15 }, (_, place) => pixel(place, label)), corner].join();
    const names = Array.from({ length: 17 }, (_, column) => `c${column}`);
    const read = (corner: (row: number) => number) =>
      readTable([names, ...[1, 2, 1, 2].map((label, row) => image(label, corner(row)))].join('\n'));
    expect(read(() => 0).target).toMatchObject({ name: 'c0', labels: ['1', '2'], counts: [2, 2] });
    expect(read((row) => row % 2).target.name).toBe('c16');
  });

  it('has categories and dates', () => {
    const table = readTable(
      'town,day,y\nUlsan,2024-03-01,1\n,1970-01-02,0\nBusan,NA,1\nUlsan,1969-12-31,0',
    );
    expect(table.columns).toEqual([
      { name: 'town', type: 'category', labels: ['Ulsan', 'Busan'] },
      { name: 'day', type: 'date' },
    ]);
    expect([...table.values]).toEqual([0, 19783, NaN, 1, 1, NaN, 0, -1]);
    expect(table.missing).toEqual([1, 1]);
  });

  it('gives the same whatever the byte-order mark, line ends, quotes and delimiter', () => {
    const plain = readTable('x,y,kind\n1,2,a\n3,4,b\n5,6,a\n7,8,b');
    const variants = [
      'x,y,kind\r\n1,2,a\r\n3,4,b\r\n5,6,a\r\n7,8,b\r\n',
      '"x","y","kind"\n"1","2","a"\n3,4,b\r\n5,6,a\n\n7,8,b\n\n',
      'x;y;kind\n1;2;a\n3;4;b\n5;6;a\n7;8;b',
      'x\ty\tkind\n1\t2\ta\n3\t4\tb\n5\t6\ta\n7\t8\tb',
    ];
    for (const variant of variants) expect(readTable(variant)).toEqual(plain);
  });

  it('reads quotation marks as letters where they are said to be', () => {
    const text = 'x,kind\n1,5" pipe\n2,"a"\n3,5" pipe\n4,"a"\n';
    expect(readTable(text, { quotes: 'letters' }).target).toMatchObject({
      labels: ['"a"', '5" pipe'],
    });
    expect(() => readTable(text)).toThrow('A quotation mark inside a field');
  });

  it('leaves out a column that tells the rows apart and nothing else', () => {
    const rows = Array.from({ length: 60 }, (_, row) => `id-${row},${row},${row % 2}`).join('\n');
    const table = readTable(`id,x,y\n${rows}`);
    expect(table.columns.map(({ name }) => name)).toEqual(['x']);
    expect(table.warnings[0]).toBe(
      'Column "id" is left out: 60 different texts in 60 rows are no categories.',
    );
  });

  it('keeps missing values, or leaves their rows out', () => {
    const text = 'x,y,kind\n1,2,a\n,4,b\n5,NA,a\n7,8,b\n9,0,a\n';
    const kept = readTable(text);
    expect([kept.samples, kept.missing]).toEqual([5, [1, 1]]);
    const dropped = readTable(text, { missing: 'drop' });
    expect([...dropped.values]).toEqual([1, 2, 7, 8, 9, 0]);
    expect(dropped.warnings).toContain('2 rows with a missing value were left out, first row 3.');
  });

  it('leaves rows of another length out where that is chosen', () => {
    const text = 'x,kind\n1,a\n2\n3,b\n4,a,c\n5,a\n';
    expect(caughtError(() => readTable(text))).toMatchObject({ wayOut: 'leave-ragged-out' });
    const table = readTable(text, { ragged: 'drop' });
    expect([...table.values]).toEqual([1, 3, 5]);
    expect(table.warnings).toEqual([
      '2 rows have another number of fields than the header, which has 2. The first: row 3 has 1, row 5 has 3. They were left out.',
    ]);
    const many = `x,kind\n1,a\n3,b\n5,a\n${'2\n'.repeat(1001)}`;
    expect(readTable(many, { ragged: 'drop' }).warnings).toEqual([
      expect.stringMatching(/^1001 rows have another number of fields/),
    ]);
    expect(() => readTable('x,kind\n1\n2\n3\n', { ragged: 'drop' })).toThrow(
      'must hold at least 3 samples. Received 0 below the header.',
    );
  });

  it('leaves rows without a target out', () => {
    const table = readTable('x,kind\n1,a\n2,?\n3,b\n4,a\n');
    expect([table.samples, [...table.values]]).toEqual([3, [1, 3, 4]]);
    expect(table.warnings).toContain('1 row without a target "kind" was left out: row 3.');
  });

  it('is split as a column says', () => {
    const table = readTable('split,x,y\ntrain,1,a\nval,2,b\ntest,3,a\nTraining,4,b\n');
    expect(table.givenSplits).toEqual([0, 1, 2, 0]);
    expect(table.columns.map(({ name }) => name)).toEqual(['x']);
  });

  it('is split as a column says by its values alone, whatever it is called', () => {
    const rows = 'a,1,train\nb,2,valid\na,3,test\nb,4,train\n';
    const table = readTable(`kind,x,fold\n${rows}`);
    expect(table.givenSplits).toEqual([0, 1, 2, 0]);
    expect(table.target.name).toBe('x');
    const chosen = readTable(`kind,x,fold\n${rows}`, { target: 'fold' });
    expect(chosen.givenSplits).toBeNull();
    expect(chosen.target).toMatchObject({ labels: ['test', 'train', 'valid'] });
  });

  it('keeps a column that is its target, or that it cannot do without, though it says train and test', () => {
    const kinds = ['train', 'test', 'train', 'test'];
    const target = (header: string, rest: (at: number) => string) => {
      const rows = kinds.map((kind, at) => `${rest(at)},${kind}`);
      return readTable(`${header}\n${rows.join('\n')}\n`);
    };
    const labelled = target('x,y,label', (at) => `${at},${at / 2}`);
    const two = target('x,kind', (at) => `${at}.5`);
    const texts = target('review,kind', (at) => `The ${at} th journey was a long one`);
    const isTarget = { target: { labels: ['test', 'train'] }, givenSplits: null };
    for (const table of [labelled, two, texts]) expect(table).toMatchObject(isTarget);
    expect([labelled.columns.length, two.columns.length, texts.kind]).toEqual([2, 1, 'text']);
  });

  it('predicts y, but where it is a coordinate', () => {
    const target = (header: string) => readTable(`${header}\n1,2,3\n2,3.5,5\n3,1,4\n`).target.name;
    expect(['y,x1,x2', 'x,y,depth', 'y,x,label', 'id,Y,age'].map(target)).toEqual([
      'y',
      'depth',
      'label',
      'Y',
    ]);
  });

  it('survives columns named __proto__ and constructor', () => {
    const { columns } = readTable('__proto__,constructor,kind\n1,1,a\n2,2,b\n3,5,a\n4,4,b');
    expect(columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });
});

describe('when later rows contradict the first', () => {
  const rows = (last: string) => `x,y\n${numbers(30)}\n${last}`;

  it('a column of numbers becomes categories', () => {
    const table = readTable(`size,y\n1,a\n2,b\n1,a\n${'big,b\nsmall,a\n'.repeat(3)}`, {}, 3);
    expect(table.columns).toEqual([
      { name: 'size', type: 'category', labels: ['1', '2', 'big', 'small'] },
    ]);
  });

  it('a few texts among many numbers are refused with their row', () => {
    expect(caughtError(() => readTable(rows('oops,3'), {}, 3))).toMatchObject({
      message: 'Feature "x" must be a finite number in every row. Received "oops".',
      where: 'row 32, column "x"',
    });
  });

  it('a split column with another word is a column', () => {
    const text = `split,y\ntrain,1\ntest,2.5\ntrain,3\nnorth,4\n`;
    const table = readTable(text, {}, 3);
    expect(table.givenSplits).toBeNull();
    expect(table.columns[0]?.type).toBe('category');
    expect(caughtError(() => readTable(text, { splitColumn: 'split' }, 3))).toMatchObject({
      message: 'Column "split" must say train, validation or test in every row. Received "north".',
      where: 'row 5, column "split"',
    });
  });

  it('a column of splits by its values becomes categories, and the target stays', () => {
    const rows = ['a,1.5,train', 'b,2,test', 'a,3,train', 'b,4,holdout'].join('\n');
    const table = readTable(`kind,x,fold\n${rows}`, {}, 3);
    expect(table.target.name).toBe('x');
    expect(table.givenSplits).toBeNull();
    expect(table.columns).toEqual([
      { name: 'kind', type: 'category', labels: ['a', 'b'] },
      { name: 'fold', type: 'category', labels: ['train', 'test', 'holdout'] },
    ]);
  });
});

describe('texts', () => {
  const reviews = [
    'label,review',
    'good,I liked it very much indeed.',
    'bad,"It broke, and then it broke again."',
    'good,정말 마음에 드는 물건이었어요 고맙습니다',
    'bad,Never buy this from anybody.',
  ].join('\n');

  it('are found by their length', () => {
    const found = readTable(reviews);
    expect(found).toMatchObject({ kind: 'text', samples: 4, columns: [] });
    expect(found.texts[1]).toBe('It broke, and then it broke again.');
    expect(found.texts[2]).toBe('정말 마음에 드는 물건이었어요 고맙습니다');
    expect(found.target).toMatchObject({ name: 'label', labels: ['bad', 'good'] });
  });

  it('are a column that a person names', () => {
    const { kind, texts } = readTable('w,y\naa,1\nb,0\nc,1\n', { text: 'w' });
    expect([kind, texts]).toEqual(['text', ['aa', 'b', 'c']]);
  });

  it('come back whole, whatever is in them', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter(
        (one) =>
          one.trim() !== '' && !/^\s*(\?|#?n\/?a|nan|null)\s*$/i.test(one) && !one.includes('\0'),
      );
    fc.assert(
      fc.property(fc.array(text, { minLength: 3, maxLength: 8 }), (all) => {
        const lines = all.map((one, at) => `"${one.replaceAll('"', '""')}",${at % 2}`);
        const read = readTable(`w,y\n${lines.join('\n')}\n`, { text: 'w' });
        expect(read.texts).toEqual(all.map((one) => Buffer.from(one).toString('utf8')));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the target', () => {
  it('is classes for a few whole numbers, in order of value', () => {
    const table = readTable('x,y\n1,10\n2,9\n3,10\n4,9\n5,-1\n6,-1.0');
    expect(table.target).toEqual({
      kind: 'class',
      name: 'y',
      labels: ['-1', '9', '10'],
      counts: [2, 2, 2],
    });
    expect(table.warnings).toEqual([
      'Target "y" holds 3 different whole numbers and is read as classes.',
    ]);
  });

  it('is classes for texts, and for two whole numbers, in however few rows', () => {
    expect(readTable('x,y\n1,a\n2,b\n3,c\n4,a').target).toMatchObject({ labels: ['a', 'b', 'c'] });
    expect(readTable('x,y\n1,0\n2,1\n3,1').target).toMatchObject({ labels: ['0', '1'] });
  });

  it('is a number for fractions, for many whole numbers, and for numbers that hardly repeat', () => {
    const table = readTable(`x,y\n${numbers(9)}`);
    expect(table.target).toEqual({ kind: 'number', name: 'y', minimum: 0, maximum: 4 });
    const many = Array.from({ length: 84 }, (_, row) => `${row},${row % 21}`).join('\n');
    expect(readTable(`x,y\n${many}`).target.kind).toBe('number');
    expect(readTable('x,y\n1,250\n2,300\n3,250\n4,410\n5,90').target.kind).toBe('number');
  });

  it('is what a person chooses', () => {
    const text = 'x,y\n1,250\n2,300\n3,250\n4,300\n5,300';
    expect(readTable(text, { task: 'classification' }).target.kind).toBe('class');
    expect(readTable('x,y\n1,1\n2,0\n3,1', { task: 'regression' }).target.kind).toBe('number');
  });

  it('loses blanks around its labels and says so', () => {
    const table = readTable('x,kind\n1,a\n2,"a   "\n3,b\n4, b');
    expect(table.target).toMatchObject({ labels: ['a', 'b'], counts: [2, 2] });
    expect(table.warnings).toEqual([
      'Blanks around 2 target values were removed, first "a   " in row 3.',
    ]);
  });
});

test('a table of numbers comes back bit for bit', () => {
  const value = fc.float({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);
  const row = fc.tuple(value, value, fc.integer({ min: 0, max: 1 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 20 }), (rows) => {
      fc.pre(new Set(rows.map(([, , y]) => y)).size === 2);
      const table = readTable(
        `a,b,y\n${rows.map((cells) => cells.map(String).join(',')).join('\n')}`,
      );
      expect([...table.values]).toEqual(rows.flatMap((row) => row.slice(0, 2)));
      expect([...table.targets]).toEqual(rows.map(([, , y]) => y));
    }),
  );
});

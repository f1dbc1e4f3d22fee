import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caughtError } from '../testing/caughtError.ts';
import { CsvScanner } from './CsvScanner.ts';
import { csvRecords } from './csvRecords.ts';

/** In chunks of so many bytes. */
function scan(text: string, chunk = 1 << 20, delimiter = ','): { row: number; fields: string[] }[] {
  const bytes = new TextEncoder().encode(text);
  const scanner = new CsvScanner(delimiter);
  const rows: { row: number; fields: string[] }[] = [];
  const take = () => {
    const fields = Array.from({ length: scanner.count }, (_, column) => scanner.text(column));
    rows.push({ row: scanner.row, fields });
    return true;
  };
  for (let at = 0; at < bytes.length; at += chunk) {
    // A reader uses its buffer again: what the scanner keeps must be its own.
    const piece = bytes.slice(at, at + chunk);
    scanner.push(piece, false, take);
    piece.fill(0x22);
  }
  scanner.push(new Uint8Array(0), true, take);
  return rows;
}

const oracle = (text: string) =>
  [...csvRecords(text, ',')].map(({ row, fields }) => ({ row, fields }));

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['a\n\n\nb', [['a'], ['b']]],
  [
    '"a,""b""","c\nd"\n1,',
    [
      ['a,"b"', 'c\nd'],
      ['1', ''],
    ],
  ],
  ['""\n"",x', [[''], ['', 'x']]],
  ['한,글\n', [['한', '글']]],
])('%j', (text, expected) => {
  for (const chunk of [1, 2, 3, 1000]) {
    expect(scan(text, chunk).map(({ fields }) => fields)).toEqual(expected);
  }
});

test('whatever the chunks, it reads what csvRecords reads', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '가', '😀'),
    maxLength: 5,
  });
  const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);
  const plain = cell.map((text) => text.replace(/[",\r\n]/g, ''));
  const row = fc
    .array(fc.oneof(plain, quoted), { minLength: 1, maxLength: 4 })
    .map((cells) => cells.join(','));
  const text = fc
    .array(fc.tuple(row, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 6 })
    .map((rows) => rows.map((parts) => parts.join('')).join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (content, chunk) => {
      // A quoted blank alone in its row is a row, which csvRecords leaves out.
      fc.pre(!/(^|[\r\n])""($|[\r\n])/.test(content));
      expect(scan(content, chunk)).toEqual(oracle(content));
    }),
    { numRuns: 500 },
  );
});

test('it stops when it is told to', () => {
  const scanner = new CsvScanner(',');
  let rows = 0;
  const goOn = scanner.push(new TextEncoder().encode('a\nb\nc\n'), true, () => ++rows < 2);
  expect([goOn, rows]).toEqual([false, 2]);
});

test.each([
  ['a,b\n1,"2', 'A quotation mark that is never closed.', 'row 2, column 2'],
  [
    'a,b\n1,2"\n',
    'A quotation mark inside a field that does not begin with one.',
    'row 2, column 2',
  ],
  ['a,b\n"1"2,3\n', 'A quotation mark closed before the end of its field.', 'row 2, column 1'],
])('%j is refused', (text, message, where) => {
  expect(caughtError(() => scan(text, 3))).toMatchObject({ message, where });
});

test('a row without an end is refused before it fills the memory', () => {
  const scanner = new CsvScanner(',');
  const chunk = new TextEncoder().encode(`"${'x'.repeat(2 ** 20)}`.slice(0, 2 ** 20));
  const push = () => {
    for (let at = 0; at < 40; at++)
      scanner.push(at === 0 ? chunk : chunk.subarray(1), false, () => true);
  };
  expect(caughtError(push).message).toBe('A row must have at most 16 MiB. Row 1 has more.');
});

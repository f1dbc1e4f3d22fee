/** Hostile tables; see hostileFiles.test.ts. */
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import type { ImportChoices } from '../../../../../core/contract/ImportOptions.ts';
import { grey, png } from './foreignFiles.ts';
import { type Hostile, hostile } from './Hostile.ts';

const text = (
  what: string,
  content: string | Uint8Array,
  message: string | RegExp,
  where?: string,
  choices?: ImportChoices,
): Hostile => hostile(what, 'data.csv', () => content, message, where, choices);

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');
const picture = png(3, 3, grey(5));
const zip = zipSync({ 'a/1.png': picture });

export const hostileTables: readonly Hostile[] = [
  text('an empty file', '', '"data.csv" is empty.'),
  text('blank lines', '\n\n\r\n', '"data.csv" is empty.'),
  text('a byte-order mark alone', '\ufeff', '"data.csv" is empty.'),
  text(
    'a header alone',
    'x,y\n',
    '"data.csv" must hold at least 3 samples. Received 0 below the header.',
  ),
  text(
    'one row',
    'x,y\n1,2\n',
    '"data.csv" must hold at least 3 samples. Received 1 below the header.',
  ),
  text(
    'a feature without a name or a value',
    ',y\n,a\n,b\n,a\n',
    'A table must have at least one feature. Every column but the target is left out.',
    'column "column 1"',
  ),
  text(
    'one column',
    'x\n1\n2\n3\n',
    'A table must have a target column and at least one feature. Received "x" alone.',
    'row 1',
  ),
  text(
    'a short row',
    'x,y\n1,2\n3\n5,6\n',
    'Row 3 has another number of fields than the header: 1 instead of 2.',
    'row 3',
  ),
  text(
    'a long row',
    'x,y\n1,2\n3,4,5\n',
    'Row 3 has another number of fields than the header: 3 instead of 2.',
    'row 3',
  ),
  text(
    'rows of many lengths',
    `x,y\n${rows(50, (n) => `${n},${n / 4}${n % 10 === 3 ? ',7' : ''}`)}\n1\n`,
    '6 rows have another number of fields than the header, which has 2. The first: row 5 has 3, row 15 has 3, row 25 has 3.',
    'row 5',
  ),
  text(
    'the wrong delimiter throughout',
    `x,y\n${rows(2000, (n) => `${n}|${n / 4}`)}\n`,
    '1000 rows or more have another number of fields than the header, which has 2. The first: row 2 has 1, row 3 has 1, row 4 has 1.',
    'row 2',
  ),
  text(
    'a ragged row at the end of many',
    `x,y\n${rows(9000, (n) => `${n},${n / 4}`)}\n1`,
    'Row 9002 has another number of fields than the header: 1 instead of 2.',
    'row 9002',
  ),
  text(
    'an open quote',
    'x,y\n1,"2\n3,4\n',
    'A quotation mark that is never closed.',
    'row 2, column 2',
  ),
  text(
    'a quote inside a field',
    'x,y\n1,a"b\n',
    'A quotation mark inside a field that does not begin with one.',
    'row 2, column 2',
  ),
  text(
    'text behind a quote',
    'x,y\n1,"a"b\n',
    'A quotation mark closed before the end of its field.',
    'row 2, column 2',
  ),
  text(
    'an open quote before 20 MB',
    `x,y\n1,"${'a\n'.repeat(10_000_000)}`,
    'A row must have at most 16 MiB. Row 2 has more.',
    'row 2',
  ),
  text(
    'a line of 20 MB',
    'a'.repeat(20_000_000),
    'A row must have at most 16 MiB. Row 1 has more.',
    'row 1',
  ),
  text(
    'a million columns',
    `${rows(1_000_000, (n) => `c${n}`).replaceAll('\n', ',')}\n1,2\n`,
    'A table must have at most 65536 columns. Received 1000000.',
    'row 1',
  ),
  text(
    'NUL bytes',
    'x,y\n1,\0\n',
    '"data.csv" must be text: byte 0x00 at offset 6 stands in no text.',
    'line 2',
  ),
  text(
    'NUL bytes alone',
    new Uint8Array(100),
    '"data.csv" must be text: byte 0x00 at offset 0 stands in no text.',
    'line 1',
  ),
  text(
    'UTF-8 that goes on in CP949',
    Buffer.concat([Buffer.from('이름,y\n가,1\n'), iconv.encode('나,2\n', 'cp949')]),
    '"data.csv" must be text in one encoding: byte 0xB3 at offset 15 is not UTF-8 text.',
    'line 3',
  ),
  text(
    'UTF-8 cut inside a letter',
    Buffer.from('이름,y\n가').subarray(0, -1),
    /must be text in one encoding: byte 0xEA/,
    'line 2',
  ),
  text(
    'bytes of no encoding',
    Uint8Array.of(0x78, 0x2c, 0x79, 0x0a, 0x81, 0xff, 0x0a),
    '"data.csv" must be text. Its encoding could not be found by looking.',
    'line 2',
  ),
  text(
    'bytes that a chosen encoding has not',
    Uint8Array.of(0x78, 0x2c, 0x79, 0x0a, 0xff, 0xff, 0x0a),
    '"data.csv" must be CP949 text. It holds bytes that this encoding has not.',
    'line 2',
    { encoding: 'cp949' },
  ),
  text(
    'CP949 that is said to be UTF-8',
    iconv.encode('이름,y\n가,1\n', 'cp949'),
    '"data.csv" is not UTF-8 text.',
    'encoding',
    { encoding: 'utf-8' },
  ),
  text(
    'UTF-8 that is said to be UTF-16',
    'x,y\n1,a\n2,b\n3,a',
    /^(The first row|"data.csv"|A table|Every)/,
    undefined,
    { encoding: 'utf-16le' },
  ),
  text('a PNG named csv', picture, '"data.csv" is a PNG image, not a table of text.'),
  text(
    'a ZIP named csv',
    zip,
    '"data.csv" is a ZIP archive or an Excel workbook, not a table of text.',
  ),
  text(
    'a web page named csv',
    '<!DOCTYPE html>\n<html><body>404</body></html>\n',
    '"data.csv" is a web page, not a table of text.',
  ),
  text(
    'a JSON document named csv',
    '[{"x":1,"y":2},\n{"x":1,"y":3}]\n',
    '"data.csv" is JSON, not a table of text.',
  ),
  text(
    'gzip named csv',
    Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3, 0x2c, 10, 9),
    '"data.csv" is a gzip archive, not a table of text.',
  ),
  text(
    'Parquet named csv',
    'PAR1\x15\0x,y',
    /^"data\.csv" is a damaged Parquet file: /,
    'data.csv',
  ),
  text(
    'UTF-16 that ends inside a letter',
    Buffer.concat([Buffer.from('\ufeffx,y\n1,2\n', 'utf16le'), Uint8Array.of(0x33)]),
    '"data.csv" must hold at least 3 samples. Received 1 below the header.',
  ),
  text('a PDF named csv', '%PDF-1.7\n', '"data.csv" is a PDF document, not a table of text.'),
  hostile(
    'an Excel workbook',
    'data.xlsx',
    () => zip,
    '"data.xlsx" is a ZIP archive or an Excel workbook, not a table of text.',
  ),
  text(
    'an infinite feature',
    'x,y\n1,a\n-Infinity,b\n3,a\n',
    'Feature "x" must be a finite number in every row. Received "-Infinity".',
    'row 3, column "x"',
  ),
  text(
    'a feature beyond float32',
    'x,y\n1,a\n1e39,b\n3,a\n',
    'Feature "x" must be a finite number in every row. Received "1e39".',
    'row 3, column "x"',
  ),
  text(
    'a typing error in row 6,001',
    `x,y\n${rows(9000, (n) => `${n === 6000 ? '1o' : n},${n / 4}`)}`,
    'Feature "x" must be a finite number in every row. Received "1o".',
    'row 6002, column "x"',
  ),
  text(
    'NaN in every target',
    'x,y\n1,NaN\n2,NaN\n3,NaN\n',
    '"data.csv" must hold at least 3 samples. Received 0 below the header.',
  ),
  text(
    'one class',
    'x,y\n1,a\n2,a\n3,a\n',
    'Target column "y" must hold at least two classes. Every row says "a".',
    'column "y"',
  ),
  text(
    'one class, told apart by blanks',
    'x,y\n1,a\n2,"a "\n3, a\n',
    'Target column "y" must hold at least two classes. Every row says "a".',
    'column "y"',
  ),
  text(
    'fewer samples than classes',
    `x,y\n${rows(30, (n) => `${n},c${n}`)}`,
    /Received 30 different values in 30 rows, among them "c0"\.$/,
    'row 2, column "y"',
  ),
  text(
    '100,000 classes',
    `x,y\n${rows(200_000, (n) => `${n},c${n % 100_000}`)}`,
    'Target column "y" must name at most 10000 classes. It names more.',
    'row 10002, column "y"',
  ),
  text(
    'texts to regress',
    'x,y\n1,2.5\n2,b\n3,4\n',
    'Target "y" must be a number in every row to be regressed. Received "b".',
    'row 3, column "y"',
    { task: 'regression' },
  ),
  text(
    'an unknown target',
    'x,y\n1,2\n',
    'There is no column "price" to be the target.',
    'column "price"',
    { target: 'price' },
  ),
  text(
    'all rows for the test',
    'split,x,y\ntest,1,a\ntest,2,b\ntest,3,a\n',
    'Column "split" must leave samples to train on. Every row says test.',
    'column "split"',
    { splitColumn: 'split' },
  ),
  text(
    'an option of another format',
    'x,y\n1,2\n',
    'The format csv has no option size.',
    'options.size',
    { size: [8, 8] },
  ),
];

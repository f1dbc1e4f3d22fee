/**
 * Files that are damaged, lying, or no data at all: each is refused with a sentence that says what
 * and where, in bounded memory, and leaves nothing behind.
 */
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { ImportChoices } from '../../../../core/contract/ImportOptions.ts';
import { bytesOfFloats, grey, idx, npy, png, pngHeader } from './testing/foreignFiles.ts';
import { importFile, inspectFile, writeFiles, writeOne } from './testing/importFile.ts';

interface Hostile {
  readonly what: string;
  /** A file's name, or `folder`. */
  readonly name: string;
  readonly make: () => string | Uint8Array | Readonly<Record<string, string | Uint8Array>>;
  readonly message: string | RegExp;
  readonly where?: string;
  readonly choices?: ImportChoices;
}

const text = (
  what: string,
  content: string | Uint8Array,
  message: string | RegExp,
  where?: string,
  choices?: ImportChoices,
): Hostile => file(what, 'data.csv', () => content, message, where, choices);

function file(
  what: string,
  name: string,
  make: Hostile['make'],
  message: string | RegExp,
  where?: string,
  choices?: ImportChoices,
): Hostile {
  return {
    what,
    name,
    make,
    message,
    ...(where !== undefined && { where }),
    ...(choices && { choices }),
  };
}

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');
const picture = png(3, 3, grey(5));
const images = (extra: Readonly<Record<string, string | Uint8Array>>) => ({
  'a/1.png': picture,
  'a/2.png': picture,
  'b/1.png': picture,
  'b/2.png': picture,
  ...extra,
});
const truncated = picture.subarray(0, picture.length - 20);
const flipped = Uint8Array.from(picture, (byte, at) => (at === 45 ? byte ^ 0xff : byte));
const zip = zipSync(images({}));
const pixels = new Uint8Array(32);
const labels = idx(0x801, [2], Uint8Array.of(0, 1));
const pair = (data: Uint8Array, other: Uint8Array = labels) => ({
  'images-idx3-ubyte': data,
  'labels-idx1-ubyte': other,
});
const oneClass = { 'a/1.png': picture, 'a/2.png': picture, 'a/3.png': picture };
const y = npy('|u1', [3], Uint8Array.of(0, 1, 0));

/** A central directory that says another size than the entry has. */
function lyingZip(): Uint8Array {
  const bytes = Buffer.from(zipSync(images({}), { level: 6 }));
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 24) + 5, at + 24);
  }
  return bytes;
}

function encryptedZip(): Uint8Array {
  const bytes = Buffer.from(zip);
  const at = bytes.indexOf('PK\x01\x02');
  bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
  return bytes;
}

const tables: readonly Hostile[] = [
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
    'no header',
    '1,2\n3,4\n5,6\n',
    'The first row must name the columns. It holds only numbers.',
    'row 1',
  ),
  text(
    'a nameless column',
    'x,,y\n1,2,3\n',
    'Every column must have a name. Column 2 has none.',
    'row 1',
  ),
  text(
    'two columns of one name',
    'x,x,y\n1,2,3\n',
    'Column names must differ. "x" names columns 1 and 2.',
    'row 1',
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
    'Every row must have 2 fields, as the header has. Received 1.',
    'row 3',
  ),
  text(
    'a long row',
    'x,y\n1,2\n3,4,5\n',
    'Every row must have 2 fields, as the header has. Received 3.',
    'row 3',
  ),
  text(
    'a ragged row at the end of many',
    `x,y\n${rows(9000, (n) => `${n},${n / 4}`)}\n1`,
    'Every row must have 2 fields, as the header has. Received 1.',
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
    Uint8Array.of(0x78, 0x2c, 0x79, 0x0a, 0xff, 0xff, 0x0a),
    '"data.csv" must be CP949 text. It holds bytes that this encoding has not.',
    'line 2',
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
  text('a PDF named csv', '%PDF-1.7\n', '"data.csv" is a PDF document, not a table of text.'),
  file(
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

const lines: readonly Hostile[] = [
  file('an empty file', 'data.jsonl', () => '', '"data.jsonl" is empty.'),
  file(
    'no JSON',
    'data.jsonl',
    () => '{"x":1,"y":2}\nx=1\n',
    'Every line must be a JSON object. Received "x=1".',
    'line 2',
  ),
  file(
    'a list',
    'data.jsonl',
    () => '[1,2]\n',
    'Every line must be a JSON object. Received "[1,2]".',
    'line 1',
  ),
  file(
    'a JSON document over many lines',
    'data.jsonl',
    () => '[\n{"x":1},\n',
    'Every line must be a JSON object. Received "[".',
    'line 1',
  ),
  file(
    'a list in a value',
    'data.jsonl',
    () => '{"x":[1],"y":2}\n',
    'Every value must be a text, a number, true, false or null. Key "x" holds a list.',
    'line 1',
  ),
  file(
    'a late key',
    'data.jsonl',
    () => `${rows(1001, (n) => `{"x":${n},"y":${n / 4}}`)}\n{"z":1}`,
    'Key "z" must stand in one of the first lines too.',
    'line 1002',
  ),
  file(
    'deep nesting',
    'data.jsonl',
    () => `{"x":${'['.repeat(100_000)}`,
    /^Every line must be a JSON object\./,
    'line 1',
  ),
  file(
    'a truncated Parquet file',
    'data.parquet',
    () => 'PAR1xxxxxxxxxxxxxxxxx',
    /^"data.parquet" is a damaged Parquet file: /,
  ),
  file(
    'a Parquet file without content',
    'data.parquet',
    () => '',
    /^"data.parquet" is a damaged Parquet file: /,
  ),
];

const arrays: readonly Hostile[] = [
  file(
    'a single array of images',
    'a.npy',
    () => npy('|u1', [2, 4, 4], pixels),
    /^A single array must be a table \[N, columns\]/,
    'a.npy',
  ),
  file(
    'an NPY header that promises more',
    'a.npy',
    () => npy('<f4', [9, 9], bytesOfFloats(1)),
    '"a.npy" must be 452 bytes long, as its header says [9, 9]. Received 132 bytes.',
    'a.npy',
  ),
  file(
    'an NPY header of 10^30 numbers',
    'a.npy',
    () => npy('<f4', [1e15, 1e15], bytesOfFloats(1)),
    /^"a.npy" must (be|have)/,
    'a.npy',
  ),
  file(
    'Python objects',
    'a.npy',
    () => npy('|O', [3, 2], new Uint8Array(6)),
    /^"a.npy" must (hold numbers or texts|have an NPY header)/,
    'a.npy',
  ),
  file(
    'an array in Fortran order',
    'a.npy',
    () => npy('<f4', [3, 2], new Uint8Array(24), 'True'),
    '"a.npy" must be in row-major order. It is in Fortran order.',
    'a.npy',
  ),
  file(
    'no NPY at all',
    'a.npy',
    () => 'hello',
    '"a.npy" must begin as an NPY file does. It does not.',
    'a.npy',
  ),
  file(
    'a truncated NPZ',
    'a.npz',
    () => zipSync({ 'y.npy': y }).subarray(0, 60),
    /^"a.npz" is a damaged NPZ archive: /,
    'a.npz',
  ),
  file(
    'an NPZ without samples',
    'a.npz',
    () => zipSync({ 'p.npy': y, 'q.npy': y }),
    '"a.npz" must hold samples and targets, named x and y. It holds p [3], q [3].',
    'a.npz',
  ),
  file(
    'samples and targets of two lengths',
    'a.npz',
    () => zipSync({ 'x.npy': npy('<f4', [1, 1], bytesOfFloats(1)), 'y.npy': y }),
    '"x" must be [N, ...] and "y" [N]. Received [1, 1] and [3].',
    'x',
  ),
  file(
    'images of five dimensions',
    'a.npz',
    () => zipSync({ 'x.npy': npy('|u1', [3, 1, 1, 1, 1], Uint8Array.of(1, 2, 3)), 'y.npy': y }),
    /^Images must be \[N, height, width\]/,
    'x',
  ),
];

const folders: readonly Hostile[] = [
  file(
    'an empty folder',
    'folder',
    () => ({}),
    '"data" holds no PNG, JPEG, WebP, BMP or GIF images.',
  ),
  file(
    'a folder without images',
    'folder',
    () => ({ 'a/readme.txt': 'x' }),
    '"data" holds no PNG, JPEG, WebP, BMP or GIF images.',
  ),
  file(
    'an image outside the classes',
    'folder',
    () => images({ '3.png': picture }),
    'Every image must lie in a folder named for its class. "3.png" does not.',
    '3.png',
  ),
  file(
    'one class',
    'folder',
    () => oneClass,
    'There must be at least two classes. Every image lies in "a".',
  ),
  file(
    'two images',
    'folder',
    () => ({ 'a/1.png': picture, 'b/1.png': picture }),
    '"data" must hold at least 3 samples. Received 2 images.',
  ),
  file(
    'a class for each image',
    'folder',
    () => Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`c${n}/1.png`, picture])),
    'Several images must share a class. Received 21 classes for 21 images.',
  ),
  file(
    'an empty image',
    'folder',
    () => images({ 'b/3.png': '' }),
    '"b/3.png" is empty.',
    'b/3.png',
  ),
  file(
    'a truncated image',
    'folder',
    () => images({ 'b/3.png': truncated }),
    /^"b\/3.png" is a damaged PNG image: /,
    'b/3.png',
  ),
  file(
    'a PNG with a wrong checksum',
    'folder',
    () => images({ 'b/3.png': flipped }),
    /^"b\/3.png" is a damaged PNG image: /,
    'b/3.png',
  ),
  file(
    'an image that is text',
    'folder',
    () => images({ 'b/3.jpg': '<html>' }),
    '"b/3.jpg" must be a PNG, JPEG, WebP, BMP or GIF image. Its first bytes are not.',
    'b/3.jpg',
  ),
  file(
    'an image of 30,000 × 30,000',
    'folder',
    () => images({ 'b/3.png': pngHeader(30_000, 30_000) }),
    'An image must have between 1 and 67108864 pixels. "b/3.png" says 30000×30000.',
    'b/3.png',
  ),
  file(
    'an image of 0 × 5',
    'folder',
    () => images({ 'b/3.png': pngHeader(0, 5) }),
    'An image must have between 1 and 67108864 pixels. "b/3.png" says 0×5.',
    'b/3.png',
  ),
  file(
    'a PNG that promises more pixels',
    'folder',
    () => images({ 'b/3.png': pngHeader(3000, 3000) }),
    /^"b\/3.png" is a damaged PNG image: /,
    'b/3.png',
  ),
  file(
    'a BMP without pixels',
    'folder',
    () => images({ 'b/3.bmp': bmpHeader(100, 100) }),
    '"b/3.bmp" is a damaged BMP image: it ends inside its pixels.',
    'b/3.bmp',
  ),
  file(
    'a GIF without frames',
    'folder',
    () => images({ 'b/3.gif': gifHeader(5, 5) }),
    /^"b\/3.gif" is a damaged GIF image: /,
    'b/3.gif',
  ),
  file(
    'a WebP without data',
    'folder',
    () => images({ 'b/3.webp': webpHeader() }),
    /^"b\/3.webp" is a damaged WEBP image: /,
    'b/3.webp',
  ),
];

function bmpHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(54);
  bytes.write('BM');
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}

function gifHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(14);
  bytes.write('GIF89a');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  bytes[13] = 0x3b;
  return bytes;
}

function webpHeader(): Uint8Array {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF\x20\0\0\0WEBPVP8L');
  bytes.writeUInt32LE(20, 16);
  bytes[20] = 0x2f;
  return bytes;
}

const archives: readonly Hostile[] = [
  file(
    'a truncated ZIP',
    'a.zip',
    () => zip.subarray(0, zip.length - 30),
    /^"a.zip" is a damaged ZIP archive: /,
    'a.zip',
  ),
  file('no ZIP at all', 'a.zip', () => 'hello', /^"a.zip" is a damaged ZIP archive: /, 'a.zip'),
  file(
    'an empty ZIP',
    'a.zip',
    () => zipSync({}),
    '"a.zip" holds no PNG, JPEG, WebP, BMP or GIF images.',
  ),
  file(
    'a path that leaves the folder',
    'a.zip',
    () => zipSync(images({ '../evil.png': picture })),
    /^"a.zip" is a damaged ZIP archive: .*\.\.\/evil\.png/,
    'a.zip',
  ),
  file(
    'an absolute path',
    'a.zip',
    () => zipSync(images({ '/etc/evil.png': picture })),
    /^"a.zip" is a damaged ZIP archive: absolute path/,
    'a.zip',
  ),
  file(
    'a path with a backslash',
    'a.zip',
    () => zipSync(images({ '..\\evil.png': picture })),
    /^"a.zip" is a damaged ZIP archive: /,
    'a.zip',
  ),
  file(
    'a bomb',
    'a.zip',
    () => zipSync(images({ 'b/3.png': new Uint8Array(60_000_000) })),
    /^"b\/3.png" unpacks from \d+ to 60000000 bytes, which no image does\.$/,
    'b/3.png',
  ),
  file(
    'an entry that is larger than it says',
    'a.zip',
    lyingZip,
    /^"a.zip" is a damaged ZIP archive: /,
  ),
  file(
    'an encrypted entry',
    'a.zip',
    encryptedZip,
    '"a.zip" must not be encrypted. "a/1.png" is.',
    'a/1.png',
  ),
  file(
    'a CSV in a ZIP',
    'a.zip',
    () => zipSync({ 'data.csv': strToU8('x,y\n') }),
    '"a.zip" holds no PNG, JPEG, WebP, BMP or GIF images.',
  ),
];

const idxFiles: readonly Hostile[] = [
  file(
    'images without labels',
    'folder',
    () => ({ 'images-idx3-ubyte': idx(0x803, [2, 4, 4], pixels) }),
    '"images-idx3-ubyte" has no file of labels beside it.',
    'images-idx3-ubyte',
  ),
  file(
    'an empty images file',
    'folder',
    () => pair(new Uint8Array(0)),
    '"images-idx3-ubyte" must begin with an IDX header of 16 bytes. Received 0 bytes.',
    'images-idx3-ubyte',
  ),
  file(
    'another magic number',
    'folder',
    () => pair(idx(0x802, [2, 4, 4], pixels)),
    /^"images-idx3-ubyte" must begin with the IDX magic number 0x00000803/,
    'images-idx3-ubyte',
  ),
  file(
    'a header that promises more images',
    'folder',
    () => pair(idx(0x803, [9, 4, 4], pixels)),
    '"images-idx3-ubyte" must be 160 bytes long, as its header says [9, 4, 4]. Received 48 bytes.',
    'images-idx3-ubyte',
  ),
  file(
    'a header of four billion images',
    'folder',
    () => pair(idx(0x803, [0xffffffff, 28, 28], pixels)),
    /^"images-idx3-ubyte" must hold between 1 and 2147483647 bytes/,
    'images-idx3-ubyte',
  ),
  file(
    'no images',
    'folder',
    () => pair(idx(0x803, [0, 4, 4], new Uint8Array(0))),
    /^"images-idx3-ubyte" must hold between 1 and/,
    'images-idx3-ubyte',
  ),
  file(
    'one label too many',
    'folder',
    () => pair(idx(0x803, [2, 4, 4], pixels), idx(0x801, [3], Uint8Array.of(0, 1, 0))),
    '"images-idx3-ubyte" holds 2 images and "labels-idx1-ubyte" 3 labels; there must be one label for each image.',
    'labels-idx1-ubyte',
  ),
  file(
    'one class',
    'folder',
    () => pair(idx(0x803, [2, 4, 4], pixels), idx(0x801, [2], Uint8Array.of(3, 3))),
    'There must be at least two classes. Every label is 3.',
    'images-idx3-ubyte',
  ),
  file(
    'damaged gzip',
    'folder',
    () => pair(Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3)),
    /^"images-idx3-ubyte" is damaged gzip data: /,
    'images-idx3-ubyte',
  ),
];

const corpus = [...tables, ...lines, ...arrays, ...folders, ...archives, ...idxFiles];

test('the corpus has at least 60 files', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
});

test.each(corpus)('$name: $what', async ({ name, make, message, where, choices }) => {
  const content = make();
  const isFile = typeof content === 'string' || content instanceof Uint8Array;
  const path = isFile ? writeOne(name, content) : writeFiles(content);
  const error = await importFile(path, choices).then(
    () => null,
    (cause: unknown) => cause as { message: string; where: string | null; code: string },
  );
  expect(error?.message).toMatch(typeof message === 'string' ? literally(message) : message);
  expect(error?.code).toMatch(/^invalid-(dataset|request)$/);
  if (where !== undefined) expect(error?.where).toBe(where);
  // A preview may not see it, and then shows what there is.
  await inspectFile(path, choices).catch((cause: { code: string }) => {
    expect(cause.code).toMatch(/^invalid-(dataset|request)$/);
  });
});

const literally = (message: string) =>
  new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

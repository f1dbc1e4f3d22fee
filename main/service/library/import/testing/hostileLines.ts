/** Hostile JSON Lines and Parquet files; see hostileFiles.test.ts. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import { type Hostile, hostile } from './Hostile.ts';

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');

export const hostileLines: readonly Hostile[] = [
  hostile('an empty file', 'data.jsonl', () => '', '"data.jsonl" is empty.'),
  hostile(
    'no JSON',
    'data.jsonl',
    () => '{"x":1,"y":2}\nx=1\n',
    'Every line must be a JSON object. Received "x=1".',
    'line 2',
  ),
  hostile(
    'a list',
    'data.jsonl',
    () => '[1,2]\n',
    'Every line must be a JSON object. Received "[1,2]".',
    'line 1',
  ),
  hostile(
    'a JSON document over many lines',
    'data.jsonl',
    () => '[\n{"x":1},\n',
    'Every line must be a JSON object. Received "[".',
    'line 1',
  ),
  hostile(
    'a list in a value',
    'data.jsonl',
    () => '{"x":[1],"y":2}\n',
    'Every value must be a text, a number, true, false or null. Key "x" holds a list.',
    'line 1',
  ),
  hostile(
    'a late key',
    'data.jsonl',
    () => `${rows(1001, (n) => `{"x":${n},"y":${n / 4}}`)}\n{"z":1}`,
    'Key "z" must stand in one of the first lines too.',
    'line 1002',
  ),
  hostile(
    'deep nesting',
    'data.jsonl',
    () => `{"x":${'['.repeat(100_000)}`,
    /^Every line must be a JSON object\./,
    'line 1',
  ),
  hostile(
    'a truncated Parquet file',
    'data.parquet',
    () => 'PAR1xxxxxxxxxxxxxxxxx',
    /^"data.parquet" is a damaged Parquet file: /,
  ),
  hostile(
    'an image named parquet',
    'data.parquet',
    () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0),
    '"data.parquet" is a JPEG image, not a Parquet file.',
    'data.parquet',
  ),
  hostile('a Parquet file without content', 'data.parquet', () => '', '"data.parquet" is empty.'),
  hostile(
    'one class',
    'data.jsonl',
    () => rows(5, (n) => `{"x":${n},"y":"a"}`),
    'Target column "y" must hold at least two classes. Every row says "a".',
    'column "y"',
  ),
  hostile(
    'a number beyond float32',
    'data.jsonl',
    () => rows(5, (n) => `{"x":1e${36 + n},"y":"${n % 2}"}`),
    'Feature "x" must be a finite number in every row. Received "1e+39".',
    'row 4, column "x"',
  ),
  hostile(
    'NaN, which is no JSON',
    'data.jsonl',
    () => '{"x":NaN,"y":"a"}\n',
    'Every line must be a JSON object. Received "{\\"x\\":NaN,\\"y\\":\\"a\\"}".',
    'line 1',
  ),
  hostile(
    'a line that is cut off',
    'data.jsonl',
    () => `${rows(5, (n) => `{"x":${n},"y":"a"}`)}\n{"x":5,"y":`,
    'Every line must be a JSON object. Received "{\\"x\\":5,\\"y\\":".',
    'line 6',
  ),
  hostile(
    'NUL bytes',
    'data.jsonl',
    () => '{"x":1,"y":"\0"}\n',
    '"data.jsonl" must be text: byte 0x00 at offset 12 stands in no text.',
    'line 1',
  ),
  hostile(
    'a Parquet file that is cut off',
    'data.parquet',
    () => parquet().subarray(0, 200),
    /^"data\.parquet" is a damaged Parquet file: /,
    'data.parquet',
  ),
  hostile(
    'a Parquet file with a hole',
    'data.parquet',
    () => parquet().fill(0xff, 10, 40),
    /^"data\.parquet" is a damaged Parquet file: /,
    'data.parquet',
  ),
];

function parquet(): Uint8Array {
  const x = Float64Array.from({ length: 100 }, (_, n) => n);
  const y = Array.from({ length: 100 }, (_, n) => (n % 2 ? 'a' : 'b'));
  const columnData = [
    { name: 'x', data: x, type: 'DOUBLE' as const },
    { name: 'y', data: y, type: 'STRING' as const },
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

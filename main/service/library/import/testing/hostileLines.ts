/** Hostile JSON Lines and Parquet files; see hostileFiles.test.ts. */
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
    'a Parquet file without content',
    'data.parquet',
    () => '',
    /^"data.parquet" is a damaged Parquet file: /,
  ),
];

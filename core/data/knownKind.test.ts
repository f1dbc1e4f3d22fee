import { expect, test } from 'vitest';
import { knownKind } from './knownKind.ts';

const kindOf = (start: string) => knownKind(Buffer.from(start, 'latin1'));

test.each([
  'PAR1,PAR2\n1,2\n',
  'GIF8,GIF9\n1,2\n',
  'shelftype,kind\n1,a\n',
  '%PDFs,n\n1,2\n',
  'SQLite format 3,n\n1,2\n',
  'RIFF,WEBP\n1,2\n',
])('%j is a table of text', (start) => {
  expect(kindOf(start)).toBeNull();
});

test.each([
  ['GIF87a\x01\0\x01\0', 'a GIF image'],
  ['GIF89a\x01\0\x01\0', 'a GIF image'],
  ['\0\0\0\x1cftypavif', 'an HEIC or AVIF image, or a video'],
  ['PAR1\x15\x04\x15\x10', 'a Parquet file'],
  ['%PDF-1.7\n', 'a PDF document'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'a WebP image'],
  ['RIFF\x24\0\0\0WAVEfmt ', 'a sound recording'],
])('%j is known', (start, kind) => {
  expect(kindOf(start)).toBe(kind);
});

test('a signature that is cut off is none', () => {
  expect(kindOf('BM')).toBeNull();
  expect(kindOf('RIFF')).toBeNull();
});

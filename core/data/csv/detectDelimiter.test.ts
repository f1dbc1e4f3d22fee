import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delimiters } from './delimiters.ts';
import { detectDelimiter } from './detectDelimiter.ts';

const rows = (...lines: string[]) => lines.join('\n');

describe('detectDelimiter', () => {
  it.each([
    ['commas', rows('a,b,c', '1,2,3'), ','],
    ['tabs', rows('a\tb', '1\t2'), '\t'],
    ['bars', rows('a|b', '1|2'), '|'],
    ['nothing at all', rows('a', '1'), ','],
    ['no text', '', ','],
    ['a header alone', 'a;b;c', ';'],
    ['names with commas', rows('Price, net;Name', '12;x', '7;y'), ';'],
    ['more commas in names than semicolons', rows('a, b, c;d', '1;2', '3;4'), ';'],
    ['commas in names between tabs', rows('Size, mm\tMass, g', '1\t2', '3\t4'), '\t'],
    ['a semicolon in a name between commas', rows('a;b;c;d,e', '1,2', '3,4'), ','],
    ['commas in names and in numbers', rows('Price, net;Name', '1,5;x', '2,5;y'), ';'],
    ['as many in every row', rows('a, b;c, d;e', '1,5;2,5;x', '3,5;4,5;y'), ';'],
    ['texts with commas', rows('text, raw\tlabel', 'so, so\t1', 'good\t0', 'a, b, c\t1'), '\t'],
    ['texts with semicolons', rows('text,label', 'a;b;c,1', 'd;e,0'), ','],
    ['decimal commas without a header', rows('5,1;3,5', '4,9;3'), ';'],
    ['one row of decimal commas', '5,1;3,5', ';'],
    ['decimal points and no header', rows('5.1,3.5', '4.9,3'), ','],
    ['rows with one delimiter too many', rows('a, x;b;c', '1;2;3;', '4;5;6;'), ';'],
    ['some rows of another length', rows('a, x;b;c', '1;2;3', '4;5', '6;7;8'), ';'],
    ['delimiters in quotation marks', rows('"a, x, y";b', '"1, 2, 3";4'), ';'],
    ['line ends in quotation marks', rows('a;b', '"1\n,,\n2";3', '4;5'), ';'],
    ['a mark inside a field', rows('Size, in;Name', '5";x', '6;y'), ';'],
    ['blank rows', rows('', 'a, x;b', '', '1;2', ''), ';'],
  ])('%s', (_, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
    expect(detectDelimiter(text.replaceAll('\n', '\r\n'))).toBe(delimiter);
  });

  it('finds what parts rows of words and numbers, whatever stands in the header', () => {
    const cell = fc.constantFrom('x', 'word', '12', '0.5', '');
    const delimiter = fc.constantFrom(...delimiters);
    const name = fc.constantFrom('a', 'Size', 'b, c', 'd; e', 'f | g', '1');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), delimiter, fc.gen(), (width, one, value) => {
        const line = (part: fc.Arbitrary<string>) =>
          Array.from({ length: width }, () => value(() => part).replaceAll(one, '')).join(one);
        const table = Array.from({ length: 3 }, () => line(cell));
        // Rows of tabs alone are blank, and show nothing.
        fc.pre(table.some((row) => row.replaceAll(one, '') !== ''));
        expect(detectDelimiter(rows(line(name), ...table))).toBe(one);
      }),
      { seed: 61, numRuns: 300 },
    );
  });

  it('reads no more than the first rows', () => {
    const text = `a;b\n${'1;2\n'.repeat(500)}${'1,2,3,4\n'.repeat(100_000)}`;
    expect(detectDelimiter(text)).toBe(';');
  });
});

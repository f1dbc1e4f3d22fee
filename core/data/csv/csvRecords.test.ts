import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caughtError } from '../testing/caughtError.ts';
import { csvRecords } from './csvRecords.ts';

const fieldsOf = (text: string, delimiter = ',') =>
  [...csvRecords(text, delimiter)].map(({ fields }) => fields);

describe('csvRecords', () => {
  it.each([
    [
      'line ends of all kinds, mixed',
      'a,b\r\n1,2\n3,4\r5,6',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    [
      'quotes, with delimiters, line ends and quotes inside',
      '"a,b","c\r\nd","e""f"\n',
      [['a,b', 'c\r\nd', 'e"f']],
    ],
    [
      'empty fields',
      ',\n"",',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['blank lines, skipped', '\n\na\n\n', [['a']]],
  ])('reads %s', (_, text, expected) => {
    expect(fieldsOf(text)).toEqual(expected);
  });

  it('counts rows as a spreadsheet does: blank ones, but not the lines inside a field', () => {
    const ends = [...csvRecords('a\r\n\nbc\nd', ',')].map(({ end }) => end);
    expect(ends).toEqual([3, 7, 8]);
    const rows = [...csvRecords('a\n\n"b\nc"\nd', ',')].map(({ row }) => row);
    expect(rows).toEqual([1, 3, 4]);
  });

  it('agrees with csv-parse on whatever it reads', () => {
    const text = fc
      .array(fc.constantFrom('a', '1', '"', ',', '\n', '\r\n', '""', '"x"', ' ', '가'), {
        maxLength: 30,
      })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (source) => {
        let expected: string[][];
        try {
          const options = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] };
          expected = parse(source, options).filter(
            ({ length, 0: only }) => length > 1 || only !== '',
          );
        } catch {
          expect(() => fieldsOf(source)).toThrow('quotation mark');
          return;
        }
        expect(fieldsOf(source)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['"never closed', 'A quotation mark that is never closed.', 'row 1, column 1'],
    ['a\nb,"c"d', 'A quotation mark closed before the end of its field.', 'row 2, column 2'],
    ['5" wide', 'A quotation mark inside a field that does not begin with one.', 'row 1, column 1'],
  ])('refuses %j', (text, message, where) => {
    expect(caughtError(() => fieldsOf(text))).toMatchObject({ message, where });
  });
});

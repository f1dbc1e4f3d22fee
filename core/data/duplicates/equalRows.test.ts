import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { rowsAtOffsets, rowsOfWidth } from './ByteRows.ts';
import { equalRows } from './equalRows.ts';
import { rowHash } from './rowHash.ts';

/** Rows of the given texts. */
function textRows(texts: readonly string[]) {
  const parts = texts.map((text) => strToU8(text));
  const offsets = new Uint32Array(parts.length + 1);
  for (const [index, part] of parts.entries()) offsets[index + 1] = offsets[index] + part.length;
  return rowsAtOffsets(strToU8(texts.join('')), offsets);
}

test('equal rows are found, whatever their length', () => {
  expect(equalRows(textRows(['a', 'bb', '', 'a', 'ab', 'bb', '', 'a']))).toEqual([
    [0, 3, 7],
    [1, 5],
    [2, 6],
  ]);
  expect(equalRows(rowsOfWidth(Uint8Array.of(1, 2, 3, 4, 1, 2), 2))).toEqual([[0, 2]]);
  expect(equalRows(rowsOfWidth(new Uint8Array(), 0))).toEqual([]);
});

test('they are those that a comparison of all pairs finds', () => {
  const texts = fc.array(fc.string({ maxLength: 2, unit: fc.constantFrom('a', 'b', 'é') }));
  fc.assert(
    fc.property(texts, (list) => {
      const byText = new Map<string, number[]>();
      for (const [row, text] of list.entries()) {
        byText.set(text, [...(byText.get(text) ?? []), row]);
      }
      const expected = [...byText.values()].filter(({ length }) => length > 1);
      expect(equalRows(textRows(list))).toEqual(expected.sort((a, b) => a[0]! - b[0]!));
    }),
  );
});

test('100,000 different rows have different hashes', () => {
  const values = Uint32Array.from({ length: 100_000 }, (_, row) => row);
  const rows = rowsOfWidth(new Uint8Array(values.buffer), 4);
  const hashes = new Set(Array.from(values, (row) => rowHash(rows, row)));
  expect(hashes.size).toBe(100_000);
});

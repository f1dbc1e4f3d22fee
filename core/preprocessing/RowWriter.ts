/**
 * Writes the row of a table as the numbers that a network takes: the one place that knows how, so
 * that training and prediction cannot disagree.
 */
import { encodedWidth } from './encodedWidth.ts';
import type { ColumnEncoding } from './Preprocessor.ts';

export interface RowWriter {
  readonly width: number;
  /**
   * Column i of the preprocessor stands at values[start + places[i]]: float32 numbers, NaN where
   * missing, categories by their place. Fills out[offset, offset + width).
   */
  write(
    values: Float32Array,
    start: number,
    places: Int32Array,
    out: Float32Array,
    offset: number,
  ): void;
}

export function createRowWriter(columns: readonly ColumnEncoding[]): RowWriter {
  const widths = columns.map(encodedWidth);
  const width = widths.reduce((sum, one) => sum + one, 0);
  return {
    width,
    write(values, start, places, out, offset) {
      let to = offset;
      for (let column = 0; column < columns.length; column++) {
        writeValue(columns[column], values[start + places[column]], widths[column], out, to);
        to += widths[column];
      }
    },
  };
}

function writeValue(
  column: ColumnEncoding,
  raw: number,
  width: number,
  out: Float32Array,
  to: number,
): void {
  if (column.type !== 'category') {
    const value = Number.isNaN(raw) ? Number(column.missing) : raw;
    out[to] = value * column.scale + column.shift;
    return;
  }
  out.fill(0, to, to + width);
  const place = Number.isNaN(raw) ? placeOfMissing(column) : raw;
  if (place !== null) out[to + place] = 1;
}

function placeOfMissing({
  missing,
  labels,
}: Extract<ColumnEncoding, { type: 'category' }>): number | null {
  return missing === 'ownCategory' ? labels.length : missing;
}

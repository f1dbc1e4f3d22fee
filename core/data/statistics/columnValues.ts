import type { Dataset } from '../Dataset.ts';

/** [N] one column by itself, NaN where a value is missing. */
export function columnValues({ samples, columns, values }: Dataset, place: number): Float32Array {
  const own = new Float32Array(samples);
  for (let index = 0; index < samples; index++) {
    own[index] = values[index * columns.length + place];
  }
  return own;
}

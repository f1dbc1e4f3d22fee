/**
 * Gathers samples into a minibatch, normalised on the way: the hot path of feeding a training step.
 *
 * Plain indexed loops over typed arrays, one for bytes and one for floats, so that each stays
 * monomorphic for the compiler. A byte has 256 values, so its float32 comes from a table, as bits:
 * measured 1.1 µs for a row of 784 bytes, 1.9 when numbers moved as numbers.
 */
import { sizeOf } from '../graph/Tensor.ts';
import type { Dataset } from './Dataset.ts';
import type { Normalizer } from './fitNormalizer.ts';

/**
 * Writes [indices.length, ...sampleShape] values x · scale + shift into `out`, from `offset` on.
 */
export function writeSamples(
  dataset: Pick<Dataset, 'features' | 'sampleShape'>,
  indices: Int32Array,
  normalizer: Normalizer,
  out: Float32Array,
  offset: number,
): void {
  const { features, sampleShape } = dataset;
  const width = sizeOf(sampleShape);
  if (features instanceof Uint8Array && normalizer.scale.length === 1) {
    writeBytes(features, indices, width, tableOf(normalizer), out, offset);
  } else {
    writeValues(features, indices, width, normalizer, out, offset);
  }
}

function writeBytes(
  features: Uint8Array,
  indices: Int32Array,
  width: number,
  table: Int32Array,
  out: Float32Array,
  offset: number,
): void {
  const bits = new Int32Array(out.buffer, out.byteOffset, out.length);
  let to = offset;
  for (let row = 0; row < indices.length; row++) {
    const start = indices[row] * width;
    const end = start + width;
    for (let from = start; from < end; from++, to++) bits[to] = table[features[from]];
  }
}

function writeValues(
  features: Uint8Array | Float32Array,
  indices: Int32Array,
  width: number,
  { scale, shift }: Normalizer,
  out: Float32Array,
  offset: number,
): void {
  const perFeature = scale.length === 1 ? 0 : 1;
  let to = offset;
  for (let row = 0; row < indices.length; row++) {
    const start = indices[row] * width;
    for (let column = 0; column < width; column++, to++) {
      const place = column * perFeature;
      out[to] = features[start + column] * scale[place] + shift[place];
    }
  }
}

const tables = new WeakMap<Normalizer, Int32Array>();

/** The bits of each byte's float32: as floats they would pass through float64 on every copy. */
function tableOf(normalizer: Normalizer): Int32Array {
  const known = tables.get(normalizer);
  if (known) return known;
  const values = Float32Array.from(
    { length: 256 },
    (_, value) => value * normalizer.scale[0] + normalizer.shift[0],
  );
  const table = new Int32Array(values.buffer);
  tables.set(normalizer, table);
  return table;
}

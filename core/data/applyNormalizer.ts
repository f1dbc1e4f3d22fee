import type { Normalizer } from './fitNormalizer.ts';

/** z = x · scale + shift for one sample, bit for bit as writeSamples puts it into a minibatch. */
export function applyNormalizer(
  values: ArrayLike<number>,
  { scale, shift }: Normalizer,
): Float32Array {
  const perFeature = scale.length === 1 ? 0 : 1;
  const out = new Float32Array(values.length);
  for (let column = 0; column < out.length; column++) {
    const place = column * perFeature;
    out[column] = Math.fround(values[column]) * scale[place] + shift[place];
  }
  return out;
}

import type { ImagePreprocessor } from './Preprocessor.ts';

/** A byte has 256 values, so its float32 comes from a table: x · scale + shift. */
export function byteTable({ scale, shift }: ImagePreprocessor): Float32Array {
  return Float32Array.from({ length: 256 }, (_, value) => value * scale + shift);
}

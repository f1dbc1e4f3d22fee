/**
 * The generator of scripts/recordPytorch.py, repeated: inputs of golden tests need not be stored.
 */
import { type Shape, sizeOf } from '../../graph/Tensor.ts';

/** Values in [-scale, scale) in steps of scale / 32768. */
export function lcg(seed: number, shape: Shape, scale = 1): Float64Array {
  let state = seed;
  return Float64Array.from({ length: sizeOf(shape) }, () => {
    state = (Math.imul(1_664_525, state) + 1_013_904_223) >>> 0;
    return ((state >>> 16) / 32_768 - 1) * scale;
  });
}

export function lcgClasses(seed: number, count: number, classes: number): Int32Array {
  return Int32Array.from(lcg(seed, [count]), (value) => Math.floor(((value + 1) / 2) * classes));
}

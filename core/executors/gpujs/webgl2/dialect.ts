import type { ShaderDialect } from '../ShaderDialect.ts';

/** What GLSL can and GPU.js does not write: it would divide in float, and go through a float's bits in a loop. */
export const integerFunctions = [
  { name: 'quotientOf', source: 'int quotientOf(int a, int b) { return a / b; }' },
  { name: 'integerOf', source: 'int integerOf(float a) { return int(a); }' },
] as const;

/**
 * GLSL ES 3.0, which has integers of 32 bits.
 *
 * A result is a texture. One of a row of threads is made about square by GPU.js, while one of a
 * grid may get a side longer than textures may be.
 */
export const dialect: ShaderDialect = {
  quotient: (dividend, divisor) => `quotientOf(${dividend}, ${divisor})`,
  integer: (value) => `integerOf(${value})`,
  largestDividend: 2 ** 31 - 1,
  hasGrids: false,
};

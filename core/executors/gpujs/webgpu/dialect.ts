import type { ShaderDialect } from '../ShaderDialect.ts';

/**
 * WGSL, in which GPU.js divides in float.
 *
 * Half is added, which keeps a quotient clear of the integers: WGSL divides within 2.5 units in the
 * last place. A bit operation makes GPU.js take it for an integer and cuts off what is behind the
 * point.
 */
export const dialect: ShaderDialect = {
  quotient: (dividend, divisor) => `(((${dividend} + 0.5) / ${divisor}) | 0)`,
  integer: (value) => `(${value} | 0)`,
  largestDividend: 1_600_000,
  hasGrids: true,
};

import type { Quotient } from './ElementIndex.ts';

/** A bit operation makes GPU.js take the quotient for an integer; it cuts off what is behind the point. */
export const wgslQuotient: Quotient = (dividend, divisor) =>
  `(((${dividend} + 0.5) / ${divisor}) | 0)`;

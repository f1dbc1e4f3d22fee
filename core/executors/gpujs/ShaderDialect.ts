/**
 * What kernels must say differently for each shading language: GPU.js leaves most of it to
 * itself, but counts in floats, and how integers are kept apart from them is up to the backend.
 */
export interface ShaderDialect {
  /** ⌊dividend / divisor⌋ as text, for dividends from 0 to `largestDividend`. */
  quotient(dividend: string, divisor: number): string;
  /** A float that holds an integer, as one that may index an array. */
  integer(value: string): string;
  readonly largestDividend: number;
  /** Threads in a grid of up to three sides; where they cannot be, all are in a row. */
  readonly hasGrids: boolean;
}

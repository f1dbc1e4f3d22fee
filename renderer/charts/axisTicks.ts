/**
 * Round numbers to label an axis with: multiples of 1, 2 or 5 times a power of ten.
 *
 * Such steps divide 1, so that an axis of shares never goes beyond 100 %.
 */

/** Ticks around all of `[low, high]`; the outer ones are the ends of the axis. */
export function ticksAround(low: number, high: number, parts = 4): number[] {
  if (high - low <= TOLERANCE * Math.abs(high)) {
    return ticksAround(high - Math.abs(high) / 10, high || 1);
  }
  const step = roundUp((high - low) / parts);
  const first = Math.floor(low / step + TOLERANCE);
  const last = Math.ceil(high / step - TOLERANCE);
  return multiples(step, first, last);
}

/** Whole ticks from 0 to at most `end`. */
export function wholeTicksTo(end: number, parts = 6): number[] {
  const step = Math.max(1, roundUp(end / parts));
  return multiples(step, 0, Math.floor(end / step));
}

/**
 * The powers of ten in `[low, high]`, both positive; every other one and so on where there would be
 * more than `most`.
 */
export function powersOfTen(low: number, high: number, most: number): number[] {
  // What rounding adds to a logarithm must not cost an end its tick.
  const first = Math.ceil(Math.log10(low) - TOLERANCE);
  const last = Math.floor(Math.log10(high) + TOLERANCE);
  const step = Math.ceil((last - first + 1) / most);
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => Number(`1e${first + index * step}`));
}

/** The smallest of 1, 2, 5, 10, ... times a power of ten that is not below a positive value. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5].find((one) => one * power >= value * (1 - TOLERANCE)) ?? 10;
  return factor * power;
}

/** What rounding may add to a quotient or a logarithm. */
export const TOLERANCE = 1e-9;

function multiples(step: number, first: number, last: number): number[] {
  // 12 digits hide that 3 × 0.1 is not 0.3.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

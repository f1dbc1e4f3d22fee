/** With so many digits every float32 is itself; with so many it keeps every decimal. */
const MOST_DIGITS = 9;
const KEPT_DIGITS = 6;
/** Whole numbers up to here need no point. */
const LARGEST_WHOLE = 2 ** 24;
/** Smaller ones have fewer binary digits than all others. */
const SMALLEST_NORMAL = 2 ** -126;

/**
 * The shortest decimal that is kept as the same float32: 103198.79, of which a dataset keeps
 * 103198.7890625. Nothing is lost, for Math.fround gives the same number again, and nothing is shown
 * that nobody wrote.
 *
 * A number that is no float32, as a person types one, stays as it is; so does NaN.
 */
export function shortestFloat32(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) <= LARGEST_WHOLE) return value;
  const fewest = Math.abs(value) < SMALLEST_NORMAL ? 1 : KEPT_DIGITS;
  for (let digits = fewest; digits <= MOST_DIGITS; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

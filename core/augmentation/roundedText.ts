/** A number as a phrase shows it: at most so many digits behind the point, no trailing zeros. */
export function roundedText(value: number, digits = 2): string {
  const rounded = Number(value.toFixed(digits));
  return String(rounded === 0 ? 0 : rounded);
}

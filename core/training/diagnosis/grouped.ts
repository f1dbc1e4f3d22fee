/** `0.0123`, `1,230,000`, `1.23e+30`: digits in groups as long as a person can read them. */
export function grouped(value: number): string {
  const isReadable = Math.abs(value) >= 1000 && Math.abs(value) < 1e15;
  return isReadable ? value.toLocaleString('en-US') : String(value);
}

/** The number that a person typed, `0.003`, `1e-3` or `1,000`; null for anything else. */
export function parseNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')
    .replace('−', '-');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

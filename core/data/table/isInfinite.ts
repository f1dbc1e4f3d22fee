/** A number that float32 cannot hold, written out (`Infinity`) or too large; never a category. */
export function isInfinite(text: string): boolean {
  if (/^\s*[+-]?inf(inity)?\s*$/i.test(text)) return true;
  return text.trim() !== '' && Math.abs(Math.fround(Number(text))) === Number.POSITIVE_INFINITY;
}

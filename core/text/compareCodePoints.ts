/**
 * Orders texts by code points, as UTF-8 bytes and Python do. JavaScript's `<` compares UTF-16 units,
 * which puts emoji in front of some rarer letters.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return raised(left) - raised(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others. */
const raised = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

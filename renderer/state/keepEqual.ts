/**
 * `next`, with every part of it that equals the same part of `before` taken from there: who looks at
 * such a part sees the same object, and is not drawn anew. Of plain data, as replies are.
 */
export function keepEqual<T>(before: unknown, next: T): T {
  if (before === next || !isHolder(before) || !isHolder(next)) return next;
  if (Array.isArray(before) !== Array.isArray(next)) return next;
  const keys = Object.keys(next);
  const kept = keys.map((key) => [key, keepEqual(before[key], next[key])] as const);
  const isSame =
    keys.length === Object.keys(before).length &&
    kept.every(([key, value]) => Object.hasOwn(before, key) && before[key] === value);
  if (isSame) return before as T;
  return (Array.isArray(next) ? kept.map(([, value]) => value) : Object.fromEntries(kept)) as T;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const MAXIMUM_LENGTH = 72;

/** A slug from any words that is not taken yet: `digits`, `digits-2`, `digits-3`. */
export function freeId(words: string, taken: ReadonlySet<string>): string {
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAXIMUM_LENGTH)
    .replace(/^-+|-+$/g, '');
  const base = slug || 'experiment';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

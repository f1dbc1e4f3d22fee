/** Of the document's schema. */
const LONGEST = 200;

/** How a language names a copy: the first has no number. */
type CopyWords = (name: string, number: number) => string;

/**
 * The name of a copy of `name`, which no other has: `x copy`, `x copy 2`. A copy of a copy is one more
 * copy of the first.
 */
export function copyName(name: string, taken: readonly string[], words: CopyWords): string {
  const original = originalOf(name, words);
  for (let number = 1; ; number += 1) {
    const room = LONGEST - words('', number).length;
    const copy = words(original.slice(0, room), number);
    if (!taken.includes(copy)) return copy;
  }
}

function originalOf(name: string, words: CopyWords): string {
  const suffix = words('', 1);
  const [bare = name] = name.split(/ \d+$/);
  if (name.endsWith(suffix)) return name.slice(0, -suffix.length) || name;
  return bare.endsWith(suffix) ? bare.slice(0, -suffix.length) || name : name;
}

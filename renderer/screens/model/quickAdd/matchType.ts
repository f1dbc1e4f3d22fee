/**
 * How well a few letters mean a layer's type: 0 is the type itself, then its beginning, an
 * abbreviation (`bn2`, `mp`), a part, letters in order. Null: not at all.
 */
export function matchType(type: string, word: string): number | null {
  const wanted = word.toLowerCase();
  const name = type.toLowerCase();
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (abbreviates(type, wanted)) return 2;
  if (name.includes(wanted)) return 3;
  let at = -1;
  for (const letter of wanted) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return null;
  }
  return 4;
}

/** Whether each letter goes on where the last one stood, or begins a word: a capital, or a digit. */
function abbreviates(type: string, wanted: string): boolean {
  const name = type.toLowerCase();
  const reaches = (from: number, letters: string): boolean => {
    if (letters === '') return true;
    for (let at = from; at < name.length; at += 1) {
      const begins = at === from || /[A-Z0-9]/.test(type[at] ?? '');
      if (begins && name[at] === letters[0] && reaches(at + 1, letters.slice(1))) return true;
    }
    return false;
  };
  return wanted[0] === name[0] && reaches(1, wanted.slice(1));
}

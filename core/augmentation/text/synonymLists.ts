/**
 * A person's synonyms, a line for each word: `good: great, fine`.
 *
 * A line holds for its word alone and not the other way round. Words are compared whatever their
 * case and composition.
 */
import { normalizeToken } from '../../text/scan/normalizeToken.ts';

export interface SynonymList {
  readonly word: string;
  readonly synonyms: readonly string[];
}

const known = new WeakMap<readonly string[], readonly SynonymList[]>();

/** The lines that can be read; each list of lines is read once. */
export function synonymLists(lines: readonly string[]): readonly SynonymList[] {
  const found = known.get(lines) ?? lines.flatMap((line) => parseSynonyms(line) ?? []);
  known.set(lines, found);
  return found;
}

/** Null for a line that is not of the form `word: synonym, synonym`. Blank lines are read as none. */
export function parseSynonyms(line: string): SynonymList[] | null {
  if (line.trim() === '') return [];
  const [left = '', right, ...more] = line.split(':').map((part) => part.trim());
  if (left === '' || right === undefined || more.length > 0) return null;
  const word = normalizeToken(left, true);
  const synonyms = right
    .split(',')
    .map((synonym) => synonym.trim().normalize('NFC'))
    .filter((synonym) => synonym !== '' && normalizeToken(synonym, true) !== word);
  return synonyms.length === 0 ? null : [{ word, synonyms }];
}

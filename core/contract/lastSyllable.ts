const digits = '영일이삼사오육칠팔구';

/**
 * A Korean syllable that ends as a text is read aloud, for the choice of a particle: `256` as 육,
 * `Adam` as 은, for its closing consonant. A letter alone is read by its name; closing punctuation is
 * not read.
 */
export function lastSyllable(text: string): string {
  const word = /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(text)?.[0] ?? '';
  const character = word.slice(-1);
  if (/[가-힣]/.test(character)) return character;
  if (/[0-9]/.test(character)) return digits.charAt(Number(character));
  if (/[lL]/.test(character)) return '엘';
  const closed = word.length === 1 ? /[mnrMNR]/ : /[mnbckptgMN]/;
  return closed.test(character) ? '은' : '가';
}

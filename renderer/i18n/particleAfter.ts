/**
 * The Korean particle for what stands before it, also for a digit, a Latin word or closing
 * punctuation, which are read as Korean says them: `256` ends in a consonant (육), `Adam` too.
 */
import { josa } from 'es-hangul';

const pairs = ['을/를', '이/가', '은/는', '와/과', '으로/로'] as const;
type ParticlePair = (typeof pairs)[number];

const digits = '영일이삼사오육칠팔구';

export function isParticlePair(text: string): text is ParticlePair {
  return (pairs as readonly string[]).includes(text);
}

export function particleAfter(text: string, pair: ParticlePair): string {
  const word = /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(text)?.[0] ?? '';
  return josa(standIn(word), pair).slice(1);
}

/** A syllable that ends as the word is read; a letter alone is read by its name. */
function standIn(word: string): string {
  const character = word.slice(-1);
  if (/[가-힣]/.test(character)) return character;
  if (/[0-9]/.test(character)) return digits.charAt(Number(character));
  if (/[lL]/.test(character)) return '엘';
  const closed = word.length === 1 ? /[mnrMNR]/ : /[mnbckptgMN]/;
  return closed.test(character) ? '은' : '가';
}

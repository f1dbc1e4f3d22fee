/**
 * Where a character ends as people see it: a letter with its marks, a Hangul syllable written in
 * jamo, an emoji of several code points.
 *
 * A short form of Unicode's grapheme clusters (UAX 29) that needs general categories and a few
 * ranges only, so that it is the same in every runtime. It joins what UAX 29 joins in Latin, Hangul
 * and emoji; Indic conjuncts may part.
 */
import { characterClass } from './characterClass.ts';

const ZERO_WIDTH_JOINER = 0x200d;
const MARK = /\p{M}/u;

/** The end of the character that begins at `start`; both count UTF-16 code units. */
export function clusterEnd(text: string, start: number): number {
  const first = text.codePointAt(start) ?? 0;
  let end = start + unitsOf(first);
  let last = first;
  while (end < text.length) {
    const next = text.codePointAt(end) ?? 0;
    const pairsUp = last === first && isRegional(first) && isRegional(next);
    if (!pairsUp && !joins(last, next)) return end;
    end += unitsOf(next);
    if (pairsUp) return extended(text, end);
    last = next;
  }
  return end;
}

/** Marks, joiners and modifiers behind a flag. */
function extended(text: string, from: number): number {
  let end = from;
  while (end < text.length && extendsAny(text.codePointAt(end) ?? 0)) {
    end += unitsOf(text.codePointAt(end) ?? 0);
  }
  return end;
}

function joins(last: number, next: number): boolean {
  if (extendsAny(next)) return true;
  if (last === ZERO_WIDTH_JOINER) return characterClass(next) === 'symbol';
  if (isVowelOrTail(next)) return isHangul(last);
  return isLead(last) && (isLead(next) || isSyllable(next));
}

export const unitsOf = (codePoint: number) => (codePoint > 0xffff ? 2 : 1);

export function isMark(codePoint: number): boolean {
  return (
    codePoint >= 0x300 &&
    characterClass(codePoint) === 'word' &&
    MARK.test(String.fromCodePoint(codePoint))
  );
}

function extendsAny(codePoint: number): boolean {
  if (codePoint < 0xad) return false;
  return isSkinTone(codePoint) || characterClass(codePoint) === 'ignorable' || isMark(codePoint);
}

const isSkinTone = (codePoint: number) => codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
const isRegional = (codePoint: number) => codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;

const isLead = (codePoint: number) =>
  (codePoint >= 0x1100 && codePoint <= 0x115f) || (codePoint >= 0xa960 && codePoint <= 0xa97c);

const isVowelOrTail = (codePoint: number) =>
  (codePoint >= 0x1160 && codePoint <= 0x11ff) || (codePoint >= 0xd7b0 && codePoint <= 0xd7fb);

/** 가 to 힣. */
export const isSyllable = (codePoint: number) => codePoint >= 0xac00 && codePoint <= 0xd7a3;

export const isHangul = (codePoint: number) =>
  isLead(codePoint) || isVowelOrTail(codePoint) || isSyllable(codePoint);

/**
 * Jamo as people read them. What the tokenizer Jamo makes are conjoining jamo, which stand for a place
 * in a syllable: alone, most fonts draw them as a box or over their neighbour.
 */
const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const TAILS = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

const letters = new Map(
  [
    [0x1100, LEADS],
    [0x1161, VOWELS],
    [0x11a8, TAILS],
  ].flatMap(([first, all]) =>
    [...String(all)].map(
      (letter, at) => [String.fromCodePoint(Number(first) + at), letter] as const,
    ),
  ),
);

/** A lone jamo as the compatibility jamo of its shape; several of one syllable as that syllable. */
export function readableJamo(token: string): string {
  return token.normalize('NFC').replace(/[\u1100-\u11ff]/g, (jamo) => letters.get(jamo) ?? jamo);
}

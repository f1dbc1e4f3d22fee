/**
 * Puts another noun in front of a Korean particle: 학교 → 집 makes 학교로 into 집으로.
 *
 * Korean writes particles onto their nouns, and several change with the sound before them. Without a
 * dictionary a word may only look like noun and particle (나는 can be "flying"), so the noun must
 * have two syllables at least, and a particle that does not fit its sound is none.
 */
import { josa } from 'es-hangul';

/** Chosen by whether a consonant ends the noun; the longer ones first, as they begin alike. */
const pairs = [
  ...(['으로부터/로부터', '으로서/로서', '으로써/로써'] as const),
  ...(['이에요/예요', '으로/로', '이나/나', '이란/란', '이랑/랑', '이라/라'] as const),
  ...(['은/는', '이/가', '을/를', '와/과', '아/야'] as const),
];

const fixed =
  '에게서|에게|에서|에|한테서|한테|께서|께|의|도|만|까지|부터|보다|처럼|마다|조차|밖에|들';
const FIXED_FIRST = new RegExp(`^(?:${fixed})`);
const PARTICLES = new RegExp(`^(?:${fixed}|${pairs.join('|').replaceAll('/', '|')})*$`);
const HANGUL_END = /[가-힣]$/;

/** Null where the word is not the noun, alone or with particles. */
export function replaceStem(word: string, stem: string, replacement: string): string | null {
  if (!word.startsWith(stem)) return null;
  const rest = word.slice(stem.length);
  if (rest === '') return replacement;
  if (stem.length < 2 || !HANGUL_END.test(stem) || !PARTICLES.test(rest)) return null;
  for (const pair of pairs) {
    const form = pair.split('/').find((one) => rest.startsWith(one));
    if (form === undefined || !PARTICLES.test(rest.slice(form.length))) continue;
    if (josa.pick(stem, pair) !== form) continue;
    const fitting = HANGUL_END.test(replacement) ? josa.pick(replacement, pair) : form;
    return replacement + fitting + rest.slice(form.length);
  }
  return FIXED_FIRST.test(rest) ? replacement + rest : null;
}

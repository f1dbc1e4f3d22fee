/**
 * The Korean particle for what stands before it, also for a digit, a Latin word or closing
 * punctuation, which are read as Korean says them: `256` ends in a consonant (육), `Adam` too.
 */
import { josa } from 'es-hangul';
import { lastSyllable } from '../../core/contract/lastSyllable.ts';

const pairs = ['을/를', '이/가', '은/는', '와/과', '으로/로'] as const;
type ParticlePair = (typeof pairs)[number];

export function isParticlePair(text: string): text is ParticlePair {
  return (pairs as readonly string[]).includes(text);
}

export function particleAfter(text: string, pair: ParticlePair): string {
  return josa(lastSyllable(text), pair).slice(1);
}

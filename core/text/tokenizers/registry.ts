/** Every tokenizer, in the order of the palette. A new one is a file beside this and a line here. */
import { findDefinition } from '../../catalog/findDefinition.ts';
import { Characters } from './Characters.ts';
import { Jamo } from './Jamo.ts';
import { Syllables } from './Syllables.ts';
import type { TokenizerDefinition } from './TokenizerDefinition.ts';
import { Words } from './Words.ts';

export const tokenizerDefinitions: readonly TokenizerDefinition[] = [
  Words,
  Characters,
  Syllables,
  Jamo,
];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function tokenizerDefinition(type: string, where: string): TokenizerDefinition {
  return findDefinition('tokenizer', tokenizerDefinitions, type, where);
}

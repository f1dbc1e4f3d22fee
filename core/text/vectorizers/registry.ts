/** Every vectorizer, in the order of the palette. A new one is a file beside this and a line here. */
import { findDefinition } from '../../catalog/findDefinition.ts';
import { BagOfWords } from './BagOfWords.ts';
import { TfIdf } from './TfIdf.ts';
import { TokenIds } from './TokenIds.ts';
import type { VectorizerDefinition } from './VectorizerDefinition.ts';

export const vectorizerDefinitions: readonly VectorizerDefinition[] = [BagOfWords, TfIdf, TokenIds];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function vectorizerDefinition(type: string, where: string): VectorizerDefinition {
  return findDefinition('vectorizer', vectorizerDefinitions, type, where);
}

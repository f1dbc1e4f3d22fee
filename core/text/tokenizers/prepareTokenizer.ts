import { parseOptions } from '../../catalog/parseOptions.ts';
import type { Component } from '../../contract/ModelSpec.ts';
import { tokenizerDefinition } from './registry.ts';
import type { Token, TokenizerDefinition } from './TokenizerDefinition.ts';

export interface Tokenizer {
  /** With all options. */
  readonly component: Component;
  readonly separator: TokenizerDefinition['separator'];
  tokenize(text: string): Token[];
}

/** Throws StudioError `invalid-experiment` at `where`...: unknown type, refused options. */
export function prepareTokenizer({ type, options: given }: Component, where: string): Tokenizer {
  const definition = tokenizerDefinition(type, where);
  const options = parseOptions(definition.descriptor, given, where);
  return {
    component: { type, options },
    separator: definition.separator,
    tokenize: (text) => definition.tokenize(text, options),
  };
}

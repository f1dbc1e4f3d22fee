import { parseOptions } from '../../catalog/parseOptions.ts';
import type { Component, Options } from '../../contract/ModelSpec.ts';
import { StudioError } from '../../contract/StudioError.ts';
import { vectorizerDefinition } from './registry.ts';
import type { VectorizerDefinition } from './VectorizerDefinition.ts';

export interface Vectorizer {
  readonly definition: VectorizerDefinition;
  /** Complete and checked. */
  readonly options: Options;
}

/**
 * Throws StudioError `invalid-experiment` at `where`...: unknown type, refused options, options that
 * do not go together.
 */
export function prepareVectorizer({ type, options: given }: Component, where: string): Vectorizer {
  const definition = vectorizerDefinition(type, where);
  const options = parseOptions(definition.descriptor, given, where);
  const refusal = definition.refusal?.(options) ?? null;
  if (refusal === null) return { definition, options };
  const place = `${where}.options.${refusal.option}`;
  throw new StudioError('invalid-experiment', refusal.message, { where: place });
}

import type { Problem } from '../contract/ExperimentReport.ts';
import type { ModelSpec } from '../contract/ModelSpec.ts';
import type { SpecFix } from '../contract/SpecEdit.ts';
import { embeddingTableOptions } from '../layers/embeddingTable.ts';
import { setWords } from './fixes/words.ts';
import { takesTokens } from './takesTokens.ts';

/**
 * Whether the first layer knows every token number of the vocabulary; `numEmbeddings` is null where
 * samples are no token numbers.
 */
export function checkTokens({ layers }: ModelSpec, numEmbeddings: number | null): Problem[] {
  if (numEmbeddings === null || layers.length === 0) return [];
  const [{ type, options }] = layers;
  if (!takesTokens(type)) {
    const message =
      `Token numbers mean nothing to ${type}. Begin with Embedding or EmbeddingBag, or choose ` +
      'another vectorizer.';
    return [{ severity: 'warning', where: 'model.layers[0]', message }];
  }
  const given = options.numEmbeddings;
  if (given === numEmbeddings) return [];
  const isTooSmall = typeof given !== 'number' || given < numEmbeddings;
  const message = isTooSmall
    ? `${type} must know ${numEmbeddings} tokens, as many as the vocabulary has. Set numEmbeddings ` +
      `to ${numEmbeddings}. Received ${given ?? 'nothing'}.`
    : `The vocabulary has ${numEmbeddings} tokens, so ${given - numEmbeddings} of the rows of ` +
      `${type} are never used. Set numEmbeddings to ${numEmbeddings}.`;
  const where = 'model.layers[0].options.numEmbeddings';
  const fixes: SpecFix[] = [
    {
      label: setWords(embeddingTableOptions[0], numEmbeddings),
      edits: [{ edit: 'setLayerOption', path: [0], name: 'numEmbeddings', value: numEmbeddings }],
    },
  ];
  return [{ severity: isTooSmall ? 'error' : 'warning', where, message, fixes }];
}

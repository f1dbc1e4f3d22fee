import { gather, reshape, stopGradient, where } from '../graph/ops.ts';
import {
  checkPaddingIdx,
  type EmbeddingTableOptions,
  embeddingTableOptions,
  embeddingWeight,
  isPadding,
  tokensOf,
} from './embeddingTable.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

/**
 * Looks up a learned row for each token: y = W[x].
 *
 * Shape: [N, *] of token numbers → [N, *, embeddingDim]. Fractions are dropped; numbers outside
 * 0 .. numEmbeddings − 1 take the nearest row.
 * Learns: weight [numEmbeddings, embeddingDim] from N(0, 1). The row of `paddingIdx` starts at 0
 * and stays as it is; there is none when it is left out.
 * Training and inference: the same. No gradient passes to the token numbers.
 * Example: { type: 'Embedding', options: { numEmbeddings: 1000, embeddingDim: 16 } } turns texts of
 * 20 tokens into [20, 16].
 */
export const Embedding: LayerDefinition<EmbeddingTableOptions> = {
  descriptor: {
    type: 'Embedding',
    family: 'embedding',
    summary: {
      en: 'Looks up a learned list of numbers for each token of a text.',
      ko: '글의 토큰마다 학습된 숫자 목록을 표에서 찾아 내보냅니다.',
    },
    equation: 'y = W[x]',
    options: [...embeddingTableOptions],
  },

  outputShape(options, inputShape) {
    checkPaddingIdx('Embedding', options);
    return [...inputShape, options.embeddingDim];
  },

  parameters: (options) => [embeddingWeight(options)],

  forward(context, x, options) {
    const tokens = tokensOf(x, options);
    const rows = gather(context.parameter('weight'), tokens);
    if (options.paddingIdx === undefined) return rows;
    const isFixed = reshape(isPadding(tokens, options.paddingIdx), [...x.shape, 1]);
    return where(isFixed, stopGradient(rows), rows);
  },
};

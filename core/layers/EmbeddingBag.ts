import { divide, gather, maximum, mean, multiply, reshape, subtract, sum } from '../graph/ops.ts';
import {
  checkPaddingIdx,
  type EmbeddingTableOptions,
  embeddingTableOptions,
  embeddingWeight,
  isPadding,
  tokensOf,
} from './embeddingTable.ts';
import type { LayerDefinition } from './LayerDefinition.ts';
import { refuseShape } from './refuseShape.ts';

type EmbeddingBagOptions = EmbeddingTableOptions & { mode: string };

/**
 * Looks up a learned row for each token and takes their mean or sum, whatever their order:
 * y = (1/L) Σₗ W[xₗ], or Σₗ W[xₗ].
 *
 * Shape: [N, L] of token numbers → [N, embeddingDim]. Fractions are dropped; numbers outside
 * 0 .. numEmbeddings − 1 take the nearest row. Tokens equal to `paddingIdx` do not count; a text of
 * nothing else gives zeros.
 * Learns: weight [numEmbeddings, embeddingDim] from N(0, 1). The row of `paddingIdx` starts at 0
 * and stays as it is; there is none when it is left out.
 * Training and inference: the same. No gradient passes to the token numbers.
 * Example: { type: 'EmbeddingBag', options: { numEmbeddings: 10000, embeddingDim: 64 } } turns
 * texts of any length into 64 features.
 */
export const EmbeddingBag: LayerDefinition<EmbeddingBagOptions> = {
  descriptor: {
    type: 'EmbeddingBag',
    family: 'embedding',
    summary: {
      en: 'The mean or sum of the learned rows of all tokens of a text: fast, and blind to word order.',
      ko: '글에 있는 모든 토큰의 학습된 행을 평균하거나 더합니다. 빠르지만 단어 순서는 보지 않습니다.',
    },
    equation: 'y = mean or sum over l of W[xₗ]',
    options: [
      ...embeddingTableOptions,
      {
        name: 'mode',
        kind: 'choice',
        default: 'mean',
        choices: ['mean', 'sum'],
        label: { en: 'Combination', ko: '결합 방법' },
        help: {
          en: 'mean: long and short texts weigh the same. sum: each token weighs the same.',
          ko: 'mean: 긴 글과 짧은 글의 크기가 같아집니다. sum: 모든 토큰의 비중이 같습니다.',
        },
      },
    ],
  },

  outputShape(options, inputShape) {
    checkPaddingIdx('EmbeddingBag', options);
    if (inputShape.length !== 1) return refuseShape('EmbeddingBag', 'a list of tokens', inputShape);
    return [options.embeddingDim];
  },

  parameters: (options) => [embeddingWeight(options)],

  forward(context, x, options) {
    const tokens = tokensOf(x, options);
    const rows = gather(context.parameter('weight'), tokens);
    const isMean = options.mode === 'mean';
    if (options.paddingIdx === undefined) return (isMean ? mean : sum)(rows, { axes: [1] });
    const counts = reshape(subtract(1, isPadding(tokens, options.paddingIdx)), [...x.shape, 1]);
    const total = sum(multiply(rows, counts), { axes: [1] });
    return isMean ? divide(total, maximum(sum(counts, { axes: [1] }), 1)) : total;
  },
};

/**
 * What Embedding and EmbeddingBag share: a learned row for each token, found by the token's number.
 *
 * Samples are numbers like all others, so that text trains, evaluates and predicts through the same
 * one input as images and tables. A token is read off by dropping the fraction; numbers outside the
 * table take its first or last row, so that no program reads beyond it.
 */
import type { OptionDescriptor } from '../contract/Catalog.ts';
import { StudioError } from '../contract/StudioError.ts';
import { constant, equal, maximum, minimum, toInt } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';
import { type Initializer, normal } from './initializers.ts';
import type { ParameterDefinition } from './LayerDefinition.ts';

export type EmbeddingTableOptions = {
  numEmbeddings: number;
  embeddingDim: number;
  paddingIdx?: number;
};

export const embeddingTableOptions: readonly OptionDescriptor[] = [
  {
    name: 'numEmbeddings',
    kind: 'integer',
    // Token numbers beyond 2²⁴ are not exact in float32.
    range: { minimum: 1, maximum: 2 ** 24 },
    label: { en: 'Tokens', ko: '토큰 수' },
    help: {
      en: 'Size of the vocabulary: rows of the table. Tokens are numbered from 0.',
      ko: '어휘의 크기, 곧 표의 행 수입니다. 토큰 번호는 0부터 시작합니다.',
    },
  },
  {
    name: 'embeddingDim',
    kind: 'integer',
    range: { minimum: 1, maximum: 65_536 },
    label: { en: 'Dimensions', ko: '차원 수' },
    help: {
      en: 'Learned numbers for each token.',
      ko: '토큰마다 학습하는 숫자의 개수입니다.',
    },
  },
  {
    name: 'paddingIdx',
    kind: 'integer',
    inferred: true,
    range: { minimum: 0, maximum: 2 ** 24 - 1 },
    label: { en: 'Padding token', ko: '패딩 토큰' },
    help: {
      en: 'Number of the token that fills up short texts: its row is not learned. Left out: there is none.',
      ko: '짧은 글의 빈자리를 채우는 토큰 번호입니다. 이 행은 학습하지 않습니다. 생략하면 없습니다.',
    },
  },
];

export function checkPaddingIdx(layer: string, options: EmbeddingTableOptions): void {
  const { paddingIdx, numEmbeddings } = options;
  if (paddingIdx === undefined || paddingIdx < numEmbeddings) return;
  throw new StudioError(
    'invalid-experiment',
    `${layer} paddingIdx must be below numEmbeddings ${numEmbeddings}. Received ${paddingIdx}.`,
  );
}

/** weight [numEmbeddings, embeddingDim] from N(0, 1), the padding token's row from 0. */
export function embeddingWeight(options: EmbeddingTableOptions): ParameterDefinition {
  const shape = [options.numEmbeddings, options.embeddingDim];
  const initialize: Initializer = (random, values) => {
    normal(1)(random, values);
    if (options.paddingIdx === undefined) return;
    const start = options.paddingIdx * options.embeddingDim;
    values.fill(0, start, start + options.embeddingDim);
  };
  return { name: 'weight', shape, decay: true, initialize };
}

/** x [*] of numbers → tokens [*] as int, in 0 .. numEmbeddings − 1. */
export function tokensOf(x: Tensor, { numEmbeddings }: EmbeddingTableOptions): Tensor {
  return toInt(minimum(maximum(x, 0), numEmbeddings - 1));
}

/** 1 where the token is padding, else 0; of the tokens' shape. */
export function isPadding(tokens: Tensor, paddingIdx: number): Tensor {
  return equal(tokens, constant(paddingIdx, [], 'int'));
}

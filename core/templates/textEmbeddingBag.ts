import type { ModelTemplate } from './ModelTemplate.ts';
import { layer, linear } from './parts.ts';

const DIMENSIONS = 64;

/** Token 0 fills up short texts. */
export const textEmbeddingBag: ModelTemplate = {
  id: 'text-embedding-bag',
  name: { en: 'Text: EmbeddingBag', ko: '텍스트: EmbeddingBag' },
  summary: {
    en: 'Learns a vector for each word and classifies the mean of the vectors of a text.',
    ko: '단어마다 벡터를 학습하고, 글에 든 벡터의 평균으로 분류합니다.',
  },
  kind: 'text',
  vectorizer: { type: 'TokenIds', options: {} },
  layers: ({ numEmbeddings, outputs }) => [
    layer('EmbeddingBag', {
      numEmbeddings: numEmbeddings ?? 1,
      embeddingDim: DIMENSIONS,
      paddingIdx: 0,
    }),
    layer('ReLU'),
    linear(outputs),
  ],
};

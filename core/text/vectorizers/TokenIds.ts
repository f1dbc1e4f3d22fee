import type { VectorizerDefinition } from './VectorizerDefinition.ts';
import { vocabularyOptions } from './vocabularyOptions.ts';

type TokenIdsOptions = { length: number; vocabularySize: number; minimumCount: number };

const UNKNOWN_ID = 1;
/** Numbers in front of the vocabulary: 0, which fills up a short text, and the unknown token. */
const RESERVED = 2;

/**
 * The number of each token in the order of the text, for Embedding and EmbeddingBag.
 *
 * Shape: text → [length]. 0 pads a shorter text behind its end, 1 is an unknown token, the
 * vocabulary begins at 2 with the most frequent token; so numEmbeddings is V + 2. Of a longer text
 * the beginning is kept.
 */
export const TokenIds: VectorizerDefinition<TokenIdsOptions> = {
  descriptor: {
    type: 'TokenIds',
    family: 'vectorizer',
    summary: {
      en: 'The numbers of the tokens in their order, for an Embedding layer.',
      ko: '토큰의 번호를 순서대로 나열합니다. Embedding 계층의 입력입니다.',
    },
    equation: 'xᵢ = number of token i; 0 padding, 1 unknown',
    options: [
      {
        name: 'length',
        kind: 'integer',
        default: 64,
        range: { minimum: 1, maximum: 65_536 },
        label: { en: 'Length', ko: '길이' },
        help: {
          en: 'Tokens that the model sees of each text: shorter texts are padded, longer ones cut.',
          ko: '모델이 글마다 보는 토큰 수입니다. 짧은 글은 0으로 채우고 긴 글은 뒤를 자릅니다.',
        },
        unit: { en: 'tokens', ko: '토큰' },
      },
      ...vocabularyOptions,
    ],
  },

  terms: () => ({ minimum: 1, maximum: 1 }),
  sees: () => 'order',
  shape: ({ length }) => [length],
  numEmbeddings: (vocabulary) => vocabulary + RESERVED,

  encode(places, { length }, _weights, out, offset) {
    const known = Math.min(length, places.length);
    for (let at = 0; at < known; at++) {
      out[offset + at] = places[at] < 0 ? UNKNOWN_ID : places[at] + RESERVED;
    }
  },
};

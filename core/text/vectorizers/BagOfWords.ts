import type { VectorizerDefinition } from './VectorizerDefinition.ts';
import { ngramOptions, refuseNgrams, vocabularyOptions } from './vocabularyOptions.ts';

type BagOfWordsOptions = {
  vocabularySize: number;
  minimumCount: number;
  ngramMin: number;
  ngramMax: number;
  binary: boolean;
};

/**
 * How often each term of the vocabulary stands in the text: xₜ = count of t, or 1 where `binary`.
 *
 * Shape: text → [V]. Terms are n-grams of ngramMin to ngramMax tokens; single tokens are blind to
 * word order. Unknown terms count nowhere. As scikit-learn's CountVectorizer, apart from the order
 * of the vocabulary.
 */
export const BagOfWords: VectorizerDefinition<BagOfWordsOptions> = {
  descriptor: {
    type: 'BagOfWords',
    family: 'vectorizer',
    summary: {
      en: 'Counts how often each known term stands in the text.',
      ko: '어휘에 있는 항목이 글에 몇 번 나오는지 셉니다.',
    },
    equation: 'xₜ = count of t in the text',
    options: [
      ...vocabularyOptions,
      ...ngramOptions,
      {
        name: 'binary',
        kind: 'boolean',
        default: false,
        label: { en: 'Presence only', ko: '출현 여부만' },
        help: {
          en: '1 where the term stands in the text however often, else 0.',
          ko: '몇 번 나오든 글에 있으면 1, 없으면 0으로 나타냅니다.',
        },
      },
    ],
  },

  refusal: (options) => refuseNgrams('BagOfWords', options),
  terms: ({ ngramMin, ngramMax }) => ({ minimum: ngramMin, maximum: ngramMax }),
  sees({ ngramMax, binary }) {
    if (ngramMax > 1) return 'order';
    return binary ? 'presence' : 'counts';
  },
  shape: (_options, vocabulary) => [vocabulary],

  encode(places, { binary }, _weights, out, offset) {
    for (const place of places) {
      if (place >= 0) out[offset + place] = binary ? 1 : out[offset + place] + 1;
    }
  },
};

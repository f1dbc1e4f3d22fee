import type { VectorizerDefinition } from './VectorizerDefinition.ts';
import { ngramOptions, refuseNgrams, vocabularyOptions } from './vocabularyOptions.ts';

type TfIdfOptions = {
  vocabularySize: number;
  minimumCount: number;
  ngramMin: number;
  ngramMax: number;
  sublinear: boolean;
};

/**
 * Counts of terms, those of rare terms raised, each text of length 1: x = y / ‖y‖₂,
 * yₜ = tfₜ · (ln((1 + n) / (1 + dfₜ)) + 1).
 *
 * n texts of the training split, dfₜ of them hold t; tfₜ is the count in the text, or with
 * `sublinear` 1 + ln(count). Shape: text → [V]; a text without a known term gives zeros. As
 * scikit-learn's TfidfVectorizer with its defaults (smooth idf, l2), apart from the order of the
 * vocabulary.
 */
export const TfIdf: VectorizerDefinition<TfIdfOptions> = {
  descriptor: {
    type: 'TfIdf',
    family: 'vectorizer',
    summary: {
      en: 'Counts terms and gives more weight to those that stand in few texts.',
      ko: '항목을 세되 적은 글에만 나오는 항목에 더 큰 가중치를 줍니다.',
    },
    equation: 'yₜ = tfₜ (ln((1 + n)/(1 + dfₜ)) + 1), x = y/‖y‖',
    options: [
      ...vocabularyOptions,
      ...ngramOptions,
      {
        name: 'sublinear',
        kind: 'boolean',
        default: false,
        label: { en: 'Damp counts', ko: '횟수 완화' },
        help: {
          en: '1 + ln(count) in place of the count: ten times the word is not ten times the meaning.',
          ko: '횟수 대신 1 + ln(횟수)를 씁니다. 열 번 나온다고 의미가 열 배가 되지는 않습니다.',
        },
      },
    ],
  },

  refusal: (options) => refuseNgrams('TfIdf', options),
  terms: ({ ngramMin, ngramMax }) => ({ minimum: ngramMin, maximum: ngramMax }),
  sees: ({ ngramMax }) => (ngramMax > 1 ? 'order' : 'counts'),
  weights: (terms, texts) =>
    terms.map(({ documents }) => Math.log((1 + texts) / (1 + documents)) + 1),
  shape: (_options, vocabulary) => [vocabulary],

  encode(places, { sublinear }, weights, out, offset) {
    const counts = new Map<number, number>();
    for (const place of places) {
      if (place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    let squares = 0;
    for (const [place, count] of counts) {
      const value = (sublinear ? 1 + Math.log(count) : count) * weights[place];
      counts.set(place, value);
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (const [place, value] of counts) out[offset + place] = value / length;
  },
};

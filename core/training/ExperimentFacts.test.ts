import { describe, expect, it } from 'vitest';
import { infoOf } from '../data/testing/infoOf.ts';
import { tinyImages, tinyMixed, tinyTexts } from '../data/testing/tinyDatasets.ts';
import { inputShapeOf } from '../preprocessing/inputShapeOf.ts';
import { checkExperiment } from './checkExperiment.ts';
import { factsOfDataset, factsOfInfo } from './ExperimentFacts.ts';
import { prepareExperiment } from './prepareExperiment.ts';
import { cloudsExperiment } from './testing/clouds.ts';

const three = { type: 'Linear', options: { outFeatures: 3 } };
const flat = { layers: [{ type: 'Flatten' }, three] };
const tokens = {
  tokenizer: { type: 'Words', options: {} },
  vectorizer: { type: 'TokenIds', options: { length: 4, minimumCount: 1 } },
};
/** I, like, it, not, at, all, 👎, 나는, 좋아한다; padding and the unknown. */
const KNOWN = 11;

describe('facts', () => {
  it.each([
    ['images', { ...tinyImages(40), givenSplits: null }, {}],
    ['a table with gaps', tinyMixed(40), {}],
    ['fewer columns', tinyMixed(40), { excludedColumns: ['day', 'color'] }],
    ['a category filled in', tinyMixed(40), { missingCategories: 'mostFrequent' }],
  ])('of %s are the same from the library and from the samples', (_, dataset, preprocessing) => {
    const spec = cloudsExperiment({ model: flat, preprocessing });
    const facts = factsOfInfo(spec, infoOf(dataset));
    expect(facts).toEqual(factsOfDataset(spec, dataset));
    const { splits, preprocessor } = prepareExperiment(spec, dataset);
    expect(facts?.inputShape).toEqual(inputShapeOf(preprocessor));
    expect(facts?.counts?.train).toBe(splits.train.length);
  });

  it('must look at the samples of texts, of other splits, and where some are dropped', () => {
    const table = infoOf(tinyMixed(40));
    const drop = cloudsExperiment({ preprocessing: { missingNumbers: 'drop' } });
    expect(factsOfInfo(drop, table)).toBeNull();
    const grouped = cloudsExperiment({ split: { method: 'grouped', column: 'color' } });
    expect(factsOfInfo(grouped, table)).toBeNull();
    expect(factsOfInfo(cloudsExperiment(), infoOf(tinyTexts(8)))).toBeNull();
    expect(checkExperiment(grouped, table)).toMatchObject({ splits: null, iterations: null });
  });

  it('name columns that are not there, and refuse to leave none', () => {
    const problemsOf = (excludedColumns: string[]) => {
      const spec = cloudsExperiment({ model: flat, preprocessing: { excludedColumns } });
      return factsOfDataset(spec, tinyMixed(40)).problems.map(({ where, message }) => [
        where,
        message,
      ]);
    };
    expect(problemsOf(['age'])).toContainEqual([
      'preprocessing.excludedColumns[0]',
      'There is no column "age" to leave out.',
    ]);
    expect(problemsOf(['size', 'color', 'day'])).toContainEqual([
      'preprocessing.excludedColumns',
      'Every column is excluded. At least one must stay.',
    ]);
  });
});

describe('checkExperiment on texts', () => {
  const dataset = tinyTexts(40);
  const reportOf = (layers: object[], text: object = tokens) => {
    const spec = cloudsExperiment({ model: { layers }, preprocessing: { text } });
    return checkExperiment(spec, infoOf(dataset), undefined, factsOfDataset(spec, dataset));
  };
  const embedding = (numEmbeddings: number) => [
    { type: 'Embedding', options: { numEmbeddings, embeddingDim: 2 } },
    { type: 'Flatten' },
    three,
  ];

  it('knows the shapes, and how many tokens there are', () => {
    const report = reportOf(embedding(KNOWN));
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.layers.map(({ outputShape }) => outputShape)).toEqual([[4, 2], [8], [3]]);
  });

  it.each([
    [
      embedding(3),
      'error',
      `Embedding must know ${KNOWN} tokens, as many as the vocabulary has. Set numEmbeddings to ${KNOWN}. Received 3.`,
    ],
    [
      embedding(KNOWN + 9),
      'warning',
      `The vocabulary has ${KNOWN} tokens, so 9 of the rows of Embedding are never used. Set numEmbeddings to ${KNOWN}.`,
    ],
    [
      [three],
      'warning',
      'Token numbers mean nothing to Linear. Begin with Embedding or EmbeddingBag, or choose another vectorizer.',
    ],
  ])('says of %j', (layers, severity, message) => {
    expect(reportOf(layers).problems).toContainEqual(
      expect.objectContaining({ severity, message }),
    );
  });

  it('says once what a refused tokenizer is refused for', () => {
    const text = { ...tokens, tokenizer: { type: 'Shell', options: {} } };
    const found = reportOf([three], text).problems.filter(({ where }) =>
      where.includes('tokenizer'),
    );
    expect(found).toHaveLength(1);
  });
});

/**
 * No button of a fix leads into the next error: on networks that nobody would write, and on those
 * that people do.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applySpecEdits } from '../../contract/applySpecEdits.ts';
import type { DatasetInfo } from '../../contract/DatasetInfo.ts';
import type { ExperimentReport } from '../../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { pathOfPlace } from '../../contract/layerPath.ts';
import { checkExperiment } from '../checkExperiment.ts';
import { digitsInfo } from '../testing/digitsInfo.ts';
import { plainExperiment } from '../testing/plainExperiment.ts';

const images = digitsInfo(8, 3);
const table: DatasetInfo = {
  ...images,
  kind: 'table',
  sampleShape: [4],
  columns: ['a', 'b', 'c', 'd'].map((name) => ({
    name,
    type: 'number',
    categories: null,
    missing: 0,
  })),
};

const layer = (type: string, options: object = {}, layers?: readonly object[]) => ({
  type,
  options,
  ...(layers && { layers }),
});
const plain = [
  layer('Flatten'),
  layer('ReLU'),
  layer('Softmax'),
  layer('Dropout'),
  layer('Dropout', { p: 2 }),
  layer('BatchNorm1d'),
  layer('BatchNorm2d'),
  layer('Linear', { outFeatures: 3 }),
  layer('Linear', { outFeatures: 5, inFeatures: 9 }),
  layer('Linear'),
  layer('Conv2d', { outChannels: 2, kernelSize: 3 }),
  layer('Conv2d', { outChannels: 2, kernelSize: 30, inChannels: 7 }),
  layer('MaxPool2d', { kernelSize: 9 }),
  layer('Embedding', { numEmbeddings: 10, embeddingDim: 4 }),
  layer('EmbeddingBag', { numEmbeddings: 10, embeddingDim: 4 }),
  layer('Lineer'),
];
const anyLayer = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...plain) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...plain), { minLength: 1, maxLength: 2 })
      .map((layers) => layer('Residual', {}, layers)),
  },
);

const errorsOf = ({ problems }: ExperimentReport) =>
  problems.filter(({ severity }) => severity === 'error');

const unknownOf = ({ layers }: ExperimentReport) =>
  layers.filter(({ outputShape }) => !outputShape).length;

/** Layers behind the one at fault; none where it is not a layer's. */
function layersBehind(where: string, { layers }: ExperimentReport): number {
  const [index] = pathOfPlace(where) ?? [];
  return index === undefined ? 0 : layers.length - 1 - index;
}

/**
 * What a fix makes worse: an error gives way to another that does not lie behind it, or advice
 * brings one where all shapes were known.
 */
function worse(spec: ExperimentSpec, info: DatasetInfo): string[] {
  const before = checkExperiment(spec, info);
  const [errors, known] = [
    errorsOf(before),
    new Set(before.problems.map(({ message }) => message)),
  ];
  return before.problems.flatMap(({ where, fixes = [], severity }) =>
    fixes.flatMap(({ label, edits }) => {
      const after = checkExperiment(applySpecEdits(spec, edits), info);
      const left = errorsOf(after);
      const isFewer = left.length < errors.length + (severity === 'error' ? 0 : 1);
      const comeToLight = left.filter(({ message }) => !known.has(message));
      const lieBehind = comeToLight.every(
        (one) => layersBehind(one.where, after) < layersBehind(where, before),
      );
      const showsMore = unknownOf(after) < unknownOf(before);
      if (isFewer || (severity === 'error' ? lieBehind : showsMore)) return [];
      return [`${where}: ${label.en}, then ${comeToLight.map(({ message }) => message)}`];
    }),
  );
}

test('no fix makes an error that was not there (seed 11)', () => {
  fc.assert(
    fc.property(
      fc.array(anyLayer, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(images, table),
      fc.constantFrom(1, 2, 32, 599),
      fc.constantFrom('none', 'standardize'),
      (layers, info, batchSize, normalization) => {
        const spec = plainExperiment(layers, {
          training: { batchSize, epochs: 1, dropLast: false },
          preprocessing: { normalization },
        });
        expect(worse(spec, info)).toEqual([]);
      },
    ),
    { numRuns: 300, seed: 11 },
  );
});

test.each(['Embedding', 'EmbeddingBag'])(
  '%s on images goes, and nothing in front of it',
  (type) => {
    const options = { numEmbeddings: 10, embeddingDim: 4 };
    const end = [layer('Flatten'), layer('Linear', { outFeatures: 3 })];
    const { problems } = checkExperiment(plainExperiment([layer(type, options), ...end]), images);
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { where: 'model.layers[0]', fixes: [{ label: { en: `Remove ${type}` } }] },
    ]);
  },
);

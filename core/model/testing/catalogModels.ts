import type { LayerSpec } from '../../contract/ModelSpec.ts';
import type { Dataset } from '../../data/Dataset.ts';
import { lcg } from '../../golden/testing/lcg.ts';
import { readGolden } from '../../golden/testing/readGolden.ts';
import { sizeOf } from '../../graph/Tensor.ts';
import type { Preprocessor } from '../../preprocessing/Preprocessor.ts';
import { buildModel } from '../buildModel.ts';
import { initializeModel } from '../initializeModel.ts';
import type { ModelFile } from '../ModelFile.ts';
import { makeTestVectors } from '../makeTestVectors.ts';
import { tinyModelFile } from './tinyModelFile.ts';

type RecordedLayer = { readonly layer: LayerSpec; readonly inputShape: readonly number[] };

const blocks: readonly RecordedLayer[] = [
  {
    layer: {
      type: 'Residual',
      options: {},
      layers: [
        { type: 'BatchNorm1d', options: {} },
        {
          type: 'Residual',
          options: {},
          layers: [{ type: 'Linear', options: { outFeatures: 3 } }],
        },
        { type: 'Dropout', options: { p: 0.4, scaling: 'classic' } },
      ],
    },
    inputShape: [4, 3],
  },
];

export interface CatalogModel {
  /** `Conv2d {"stride":2} of [3,8,8]`. */
  readonly name: string;
  readonly file: ModelFile;
}

/**
 * A small model with test vectors for every layer and options of the golden table, which holds
 * every layer of the catalog: what is checked on all of these needs no new row for a new layer.
 */
export async function catalogModels(): Promise<CatalogModel[]> {
  const recorded = readGolden('layers').cases.filter(({ mode }) => mode === 'inference');
  const cases: readonly RecordedLayer[] = [...recorded, ...blocks];
  return Promise.all(
    cases.map(async ({ layer, inputShape }, number) => {
      const layerShape = inputShape.slice(1);
      const { first, sampleShape } = startingLayers(layerShape);
      const layers = [
        ...first,
        layer,
        { type: 'Flatten', options: {} },
        { type: 'Linear', options: { outFeatures: 2 } },
      ];
      const model = buildModel({ layers }, sampleShape);
      const weights = initializeModel(model, number);
      for (const [index, { name, shape }] of [...model.parameters, ...model.buffers].entries()) {
        const values = lcg(31 * number + index, shape);
        const isVariance = name.endsWith('running_var');
        weights[name] = Float32Array.from(values, (one) =>
          isVariance ? Math.abs(one) + 0.5 : one,
        );
      }
      const dataset = samplesOf(number, sampleShape);
      const input = preprocessorOf(sampleShape, first.length > 0);
      const indices = Int32Array.of(0, 2, 3, 5);
      const testVectors = await makeTestVectors({ model, weights, input }, dataset, indices);
      return {
        name: `${layer.type} ${JSON.stringify(layer.options)} of [${layerShape}]`,
        file: { ...tinyModelFile(), input, model, weights, testVectors },
      };
    }),
  );
}

/** Only an Embedding makes samples of two axes: rows of tokens become rows of vectors. */
function startingLayers(layerShape: readonly number[]) {
  if (layerShape.length !== 2) return { first: [], sampleShape: layerShape };
  const options = { numEmbeddings: 300, embeddingDim: layerShape[1] };
  return { first: [{ type: 'Embedding', options }], sampleShape: [layerShape[0]] };
}

/** Bytes, so that images and tables hold the same numbers. */
function samplesOf(seed: number, sampleShape: readonly number[]): Dataset {
  const samples = 6;
  const bytes = Uint8Array.from(lcg(seed, [samples, ...sampleShape], 1), (one) => 128 + 127 * one);
  const common = {
    samples,
    target: { kind: 'class' as const, name: 'kind', labels: ['a', 'b'], counts: [3, 3] },
    targets: Int32Array.of(0, 1, 0, 1, 0, 1),
    givenSplits: null,
    warnings: [],
  };
  if (sampleShape.length === 3) {
    const values = new Float32Array();
    return { kind: 'image', ...common, sampleShape, images: bytes, columns: [], values };
  }
  const columns = columnNames(sampleShape).map((name) => ({ name, type: 'number' as const }));
  return { kind: 'table', ...common, columns, values: Float32Array.from(bytes) };
}

const columnNames = (sampleShape: readonly number[]) =>
  Array.from({ length: sizeOf(sampleShape) }, (_, place) => `x${place}`);

function preprocessorOf(sampleShape: readonly number[], isTokens: boolean): Preprocessor {
  const scaling = isTokens ? { scale: 1, shift: 0 } : { scale: 0.03125, shift: -2 };
  if (sampleShape.length === 3) return { kind: 'image', sampleShape: [...sampleShape], ...scaling };
  const columns = columnNames(sampleShape).map((name) => ({
    name,
    type: 'number' as const,
    ...scaling,
    missing: null,
  }));
  return { kind: 'table', columns };
}

import type { LayerSpec } from '../../contract/ModelSpec.ts';
import { lcg } from '../../golden/testing/lcg.ts';
import { readGolden } from '../../golden/testing/readGolden.ts';
import { sizeOf } from '../../graph/Tensor.ts';
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
      const sampleShape = inputShape.slice(1);
      const layers = [
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
      const kind = sampleShape.length === 3 ? ('image' as const) : ('table' as const);
      const features = kind === 'image' ? 1 : sizeOf(sampleShape);
      const input = {
        kind,
        sampleShape,
        featureNames: kind === 'image' ? [] : Array.from({ length: features }, (_, i) => `x${i}`),
        normalizer: {
          scale: new Float32Array(features).fill(1.25),
          shift: new Float32Array(features).fill(0.5),
        },
      };
      const dataset = {
        sampleShape,
        features: Float32Array.from(lcg(number, [6, ...sampleShape], 4)),
      };
      const indices = Int32Array.of(0, 2, 3, 5);
      const testVectors = await makeTestVectors({ model, weights, input }, dataset, indices);
      return {
        name: `${layer.type} ${JSON.stringify(layer.options)} of [${sampleShape}]`,
        file: { ...tinyModelFile(), input, model, weights, testVectors },
      };
    }),
  );
}

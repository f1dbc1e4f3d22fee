/** Ten steps of networks with convolutions, pools and tables, for every executor. */
import type { Component, LayerSpec } from '../../contract/ModelSpec.ts';
import { type Shape, sizeOf } from '../../graph/Tensor.ts';
import { buildModel } from '../../model/buildModel.ts';
import { initializeModel } from '../../model/initializeModel.ts';
import { randomAt } from '../../random/randomAt.ts';
import { trainingStep } from '../../training/trainingStep.ts';
import type { Executor } from '../Executor.ts';
import { referenceExecutor } from '../reference/ReferenceExecutor.ts';
import { expectClose } from './expectClose.ts';

const [STEPS, BATCH, CLASSES, TOKENS] = [10, 16, 3, 20];

const layer = (type: string, options: Component['options'] = {}): LayerSpec => ({ type, options });
const end = [layer('Flatten'), layer('Linear', { outFeatures: CLASSES })];

/** Name, layers, shape of a sample. */
export const layerNetworks: readonly (readonly [string, readonly LayerSpec[], Shape])[] = [
  [
    'a convolutional network',
    [
      layer('Conv2d', { outChannels: 4, kernelSize: 3, padding: 1, groups: 2 }),
      layer('BatchNorm2d'),
      layer('ReLU'),
      layer('MaxPool2d', { kernelSize: 2 }),
      {
        ...layer('Residual'),
        layers: [layer('Conv2d', { outChannels: 4, kernelSize: 3, padding: 1 }), layer('SiLU')],
      },
      layer('MaxPool2d', { kernelSize: 3, stride: 1, padding: 1 }),
      layer('AvgPool2d', { kernelSize: 2 }),
      ...end,
    ],
    [2, 10, 9],
  ],
  [
    'a network of convolutions, pools and dense layers',
    [
      layer('Conv2d', { outChannels: 4, kernelSize: 3, padding: 1 }),
      layer('ReLU'),
      layer('MaxPool2d', { kernelSize: 2 }),
      layer('Conv2d', { outChannels: 6, kernelSize: 3 }),
      layer('BatchNorm2d'),
      layer('LeakyReLU'),
      layer('MaxPool2d', { kernelSize: 2 }),
      ...end,
    ],
    [1, 14, 13],
  ],
  [
    'a network over tokens',
    [
      layer('Embedding', { numEmbeddings: TOKENS, embeddingDim: 6, paddingIdx: 0 }),
      layer('LayerNorm', { normalizedShape: [6] }),
      layer('GELU'),
      ...end,
    ],
    [12],
  ],
  [
    'a bag of tokens',
    [layer('EmbeddingBag', { numEmbeddings: TOKENS, embeddingDim: 6 }), ...end],
    [300],
  ],
];

/** Reports and state behind the steps. */
export async function trainNetwork(
  executor: Executor,
  layers: readonly LayerSpec[],
  sample: Shape,
) {
  const model = buildModel({ layers: [...layers] }, sample);
  const [loss, optimizer] = [layer('CrossEntropyLoss'), layer('SGD', { learningRate: 0.1 })];
  const step = trainingStep({ model, loss, optimizer, batchSize: BATCH, target: 'class' });
  const loop = await executor.compileLoop(step.loop);
  await loop.setState(step.initialState(initializeModel(model, 1)));
  const random = randomAt({ seed: 6, stream: 'shuffle' });
  const length = STEPS * BATCH * sizeOf(sample);
  const hasTokens = sample.length === 1;
  const reports = await loop.run(STEPS, {
    input: Float32Array.from({ length }, () =>
      hasTokens ? random.nextBelow(TOKENS) : random.nextNormal(),
    ),
    target: Int32Array.from({ length: STEPS * BATCH }, () => random.nextBelow(CLASSES)),
    learningRate: new Float32Array(STEPS).fill(0.1),
  });
  const state = await loop.getState();
  await loop.dispose();
  return { ...reports, ...state };
}

/** Held against the reference executor in float64. */
export async function expectSameNetwork(
  executor: Executor,
  layers: readonly LayerSpec[],
  sample: Shape,
): Promise<void> {
  const reference = referenceExecutor({ precision: 'float64' });
  const expected = await trainNetwork(reference, layers, sample);
  const actual = await trainNetwork(executor, layers, sample);
  for (const [name, values] of Object.entries(expected)) {
    expectClose(actual[name], values, 1e-4, name);
  }
}

/** What layers refuse, by its words: options out of range, and samples that do not fit. */
import { expect, test } from 'vitest';
import type { Component, LayerSpec } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Shape } from '../graph/Tensor.ts';
import { buildLayer } from '../model/buildModel.ts';

type Refusal = readonly [type: string, options: Component['options'], sample: Shape, words: string];

const size = 'an integer or [height, width] in [1, 1024]';

const refusals: readonly Refusal[] = [
  ['ELU', { alpha: 0 }, [3], 'ELU alpha must be in (0, 100]. Received 0.'],
  ['GELU', { approximate: 'erf' }, [3], 'GELU approximate must be none or tanh. Received "erf".'],
  ['Softmax', { dim: 1.5 }, [3], 'Softmax dim must be an integer in [-8, 8]. Received 1.5.'],
  ['Softmax', { dim: 0 }, [3], 'Softmax dim must be 1 or -1 for samples of 1 axis. Received 0.'],
  [
    'LogSoftmax',
    { dim: -4 },
    [1, 2, 3],
    'LogSoftmax dim must be in [1, 3] or [-3, -1] for samples of 3 axes. Received -4.',
  ],
  ['Conv2d', { outChannels: 4 }, [1, 5, 5], `Conv2d needs kernelSize: ${size}.`],
  [
    'Conv2d',
    { outChannels: 4, kernelSize: [3, 3, 3] },
    [1, 5, 5],
    `Conv2d kernelSize must be ${size}. Received [3, 3, 3].`,
  ],
  [
    'Conv2d',
    { outChannels: 4, kernelSize: [3, 0] },
    [1, 5, 5],
    `Conv2d kernelSize must be ${size}. Received [3, 0].`,
  ],
  [
    'Conv2d',
    { outChannels: 4, kernelSize: 3, stride: 1.5 },
    [1, 5, 5],
    `Conv2d stride must be ${size}. Received 1.5.`,
  ],
  [
    'Conv2d',
    { outChannels: 4, kernelSize: 3 },
    [784],
    'Conv2d expects images of channels × height × width. Received 784.',
  ],
  [
    'Conv2d',
    { inChannels: 3, outChannels: 4, kernelSize: 3 },
    [1, 5, 5],
    'Conv2d expects 3 channels. Received 1×5×5.',
  ],
  [
    'Conv2d',
    { outChannels: 4, kernelSize: 3, groups: 3 },
    [6, 5, 5],
    'Conv2d groups must divide inChannels 6 and outChannels 4. Received 3.',
  ],
  [
    'Conv2d',
    { outChannels: 4, kernelSize: 3, dilation: 3, padding: 1 },
    [1, 5, 4],
    'Conv2d has a window of 7×7, but its padded images are 7×6.',
  ],
  [
    'MaxPool2d',
    { kernelSize: 2 },
    [4, 1, 5],
    'MaxPool2d has a window of 2×2, but its padded images are 1×5.',
  ],
  [
    'MaxPool2d',
    { kernelSize: 3, padding: 2 },
    [4, 9, 9],
    'MaxPool2d padding must be at most half of the window, 1.5. Received 2.',
  ],
  [
    'MaxPool2d',
    { kernelSize: 2, padding: 1, dilation: 2 },
    [4, 1, 1],
    'MaxPool2d has a window that sees nothing but padding, over 1 pixels with dilation 2.',
  ],
  [
    'AvgPool2d',
    { kernelSize: 2, padding: [1, 2] },
    [4, 9, 9],
    'AvgPool2d padding must be at most half of the window, 1. Received 2.',
  ],
  [
    'AvgPool2d',
    { kernelSize: 2 },
    [9],
    'AvgPool2d expects images of channels × height × width. Received 9.',
  ],
  [
    'AdaptiveAvgPool2d',
    { outputSize: 0 },
    [1, 5, 5],
    `AdaptiveAvgPool2d outputSize must be ${size}. Received 0.`,
  ],
  [
    'BatchNorm2d',
    {},
    [8],
    'BatchNorm2d expects images of channels × height × width. Received 8: use BatchNorm1d.',
  ],
  ['BatchNorm2d', { numFeatures: 4 }, [8, 2, 2], 'BatchNorm2d expects 4 channels. Received 8×2×2.'],
  [
    'LayerNorm',
    { normalizedShape: [4, 3] },
    [4, 2],
    'LayerNorm expects samples that end in 4×3. Received 4×2.',
  ],
  [
    'LayerNorm',
    { normalizedShape: [] },
    [4],
    'LayerNorm normalizedShape must have at least 1 axis. Received [].',
  ],
  [
    'LayerNorm',
    { normalizedShape: [0] },
    [4],
    'LayerNorm normalizedShape must be a list of integers in [1, ∞). Received [0].',
  ],
  [
    'Embedding',
    { numEmbeddings: 10, embeddingDim: 2, paddingIdx: 10 },
    [4],
    'Embedding paddingIdx must be below numEmbeddings 10. Received 10.',
  ],
  [
    'EmbeddingBag',
    { numEmbeddings: 10, embeddingDim: 2 },
    [4, 2],
    'EmbeddingBag expects a list of tokens. Received 4×2.',
  ],
  [
    'EmbeddingBag',
    { numEmbeddings: 10, embeddingDim: 2, mode: 'max' },
    [4],
    'EmbeddingBag mode must be mean or sum. Received "max".',
  ],
];

test.each(refusals)('%s %o of %o', (type, options, sample, words) => {
  let refusal: unknown;
  try {
    buildLayer({ type, options }, sample, [4]);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(StudioError);
  expect(refusal).toMatchObject({ code: 'invalid-experiment', message: words });
  expect((refusal as StudioError).where).toMatch(/^model\.layers\[4\]/);
});

const tanh: LayerSpec = { type: 'Tanh', options: {} };
const linear: LayerSpec = { type: 'Linear', options: { outFeatures: 3 } };

const nestedRefusals: readonly (readonly [LayerSpec, words: string, where: string])[] = [
  [
    { type: 'Residual', options: {}, layers: [tanh, linear] },
    'Residual adds its input, so its layers must give back 4. They give 3.',
    '',
  ],
  [{ type: 'Residual', options: {} }, 'Residual needs at least 1 layer inside.', '.layers'],
  [{ ...tanh, layers: [tanh] }, 'Tanh holds no layers.', '.layers'],
  [
    {
      type: 'Residual',
      options: {},
      layers: [
        tanh,
        { type: 'Residual', options: {}, layers: [{ type: 'Dropout', options: { p: 1 } }] },
      ],
    },
    'Dropout p must be in [0, 1). Received 1.',
    '.layers[1].layers[0].options.p',
  ],
];

test.each(nestedRefusals)('%o', (spec, message, where) => {
  expect(() => buildLayer(spec, [4], [2])).toThrow(
    expect.objectContaining({
      code: 'invalid-experiment',
      message,
      where: `model.layers[2]${where}`,
    }),
  );
});

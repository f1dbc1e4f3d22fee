/** Random networks that fit together, for properties that must hold of every model. */
import fc from 'fast-check';
import type { Component, LayerSpec, OptionValue } from '../../contract/ModelSpec.ts';
import { StudioError } from '../../contract/StudioError.ts';
import type { Shape } from '../../graph/Tensor.ts';
import { buildLayer } from '../buildModel.ts';

export interface AnyModel {
  readonly layers: readonly LayerSpec[];
  readonly sampleShape: Shape;
  /** Samples are token numbers below this; null for plain numbers. */
  readonly tokens: number | null;
}

const CLASSES = 3;

type Choices = Readonly<Record<string, fc.Arbitrary<OptionValue>>>;

const layer = (type: string, required: Choices = {}, optional: Choices = {}) =>
  fc
    .record({ ...required, ...optional }, { requiredKeys: Object.keys(required) })
    .map((options): LayerSpec => ({ type, options: options as Component['options'] }));

const integer = (min: number, max: number) => fc.integer({ min, max });
const size = (min: number, max: number) =>
  fc.oneof(integer(min, max), fc.tuple(integer(min, max), integer(min, max)));
const slope = fc.constantFrom(0.01, 0.2, 1);

const window = { kernelSize: size(1, 3) };
const moves = { stride: size(1, 2), padding: size(0, 1) };
const pool = { ...moves, ceilMode: fc.boolean() };

const leaves: readonly fc.Arbitrary<LayerSpec>[] = [
  layer('Linear', { outFeatures: integer(1, 6) }, { bias: fc.boolean() }),
  layer(
    'Conv2d',
    { outChannels: integer(1, 4), ...window },
    { ...moves, dilation: size(1, 2), groups: integer(1, 2), bias: fc.boolean() },
  ),
  layer('MaxPool2d', window, { ...pool, dilation: size(1, 2) }),
  layer('AvgPool2d', window, { ...pool, countIncludePad: fc.boolean() }),
  layer('AdaptiveAvgPool2d', { outputSize: size(1, 4) }),
  layer('BatchNorm1d', {}, { affine: fc.boolean(), momentum: fc.constantFrom(0.1, 1) }),
  layer('BatchNorm2d', {}, { affine: fc.boolean() }),
  layer('LayerNorm', {}, { elementwiseAffine: fc.boolean(), bias: fc.boolean() }),
  layer(
    'Dropout',
    {},
    { p: fc.constantFrom(0, 0.3), scaling: fc.constantFrom('inverted', 'classic') },
  ),
  layer('LeakyReLU', {}, { negativeSlope: slope }),
  layer('ELU', {}, { alpha: fc.constantFrom(0.5, 1) }),
  layer('GELU', {}, { approximate: fc.constantFrom('none', 'tanh') }),
  layer('Softmax', {}, { dim: integer(-1, 2) }),
  layer('LogSoftmax', {}, { dim: integer(-1, 2) }),
  ...['ReLU', 'SiLU', 'Sigmoid', 'Tanh', 'Flatten', 'Identity'].map((type) => layer(type)),
];

/** Blocks inside blocks, now and then. */
const anyLayer = fc.letrec<{ layer: LayerSpec }>((tie) => ({
  layer: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: leaves.length, arbitrary: fc.oneof(...leaves) },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('layer'), { minLength: 1, maxLength: 3 })
        .map((layers): LayerSpec => ({ type: 'Residual', options: {}, layers })),
    },
  ),
})).layer;

/** Tokens enough that no two samples are alike: BatchNorm divides by their difference. */
const table = { numEmbeddings: integer(6, 9), embeddingDim: integer(1, 5) };
const paddingIdx = { paddingIdx: integer(0, 1) };
const anyTable = fc.oneof(
  layer('Embedding', table, paddingIdx),
  layer('EmbeddingBag', table, { ...paddingIdx, mode: fc.constantFrom('mean', 'sum') }),
);

const anyStart = fc.oneof(
  fc.record({
    first: fc.constant([]),
    sampleShape: fc.oneof(
      fc.tuple(integer(1, 6)),
      fc.tuple(integer(1, 3), integer(1, 4)),
      fc.tuple(integer(1, 3), integer(1, 8), integer(1, 8)),
    ),
    tokens: fc.constant(null),
  }),
  fc.record({
    first: anyTable.map((one) => [one]),
    sampleShape: fc.tuple(integer(2, 6)),
    tokens: integer(6, 12),
  }),
);

/** Of the layers that are drawn, those that fit are kept; all end in a classifier. */
export const anyModel: fc.Arbitrary<AnyModel> = fc
  .tuple(anyStart, fc.array(anyLayer, { minLength: 1, maxLength: 7 }))
  .map(([{ first, sampleShape, tokens }, drawn]) => {
    const end: LayerSpec[] = [
      { type: 'Flatten', options: {} },
      { type: 'Linear', options: { outFeatures: CLASSES } },
    ];
    const layers = fitting([...first, ...drawn, ...end], sampleShape);
    return { layers, sampleShape, tokens };
  });

function fitting(drawn: readonly LayerSpec[], sampleShape: Shape): LayerSpec[] {
  const layers: LayerSpec[] = [];
  let shape = sampleShape;
  for (const spec of drawn) {
    try {
      shape = buildLayer(spec, shape, [layers.length]).outputShape;
      layers.push(spec);
    } catch (error) {
      if (!(error instanceof StudioError)) throw error;
    }
  }
  return layers;
}

/**
 * A layer as Keras 3 calls it, or why it cannot be one.
 *
 * Keras stands in its own habit, images as height × width × channels, so whatever names an axis of an
 * image is turned round. A layer that is not here, or has an option that Keras lacks, is named
 * instead of approximated.
 */
import type { Options } from '../../contract/ModelSpec.ts';
import type { LocalizedText } from '../../contract/primitives.ts';
import { type Size, toPair } from '../../layers/imageWindow.ts';
import type { ModelLayer } from '../buildModel.ts';

/** One call a line, without `layers.`; or the reason. */
export type KerasLayer =
  | { readonly calls: readonly string[] }
  | { readonly refusal: LocalizedText };

type Writer = (layer: ModelLayer) => KerasLayer;

export function kerasLayer(layer: ModelLayer): KerasLayer {
  const writer = Object.hasOwn(writers, layer.type) ? writers[layer.type] : undefined;
  return writer?.(layer) ?? refusal('Keras has no layer like it', 'Keras에 이런 계층이 없습니다');
}

const calls = (...lines: readonly string[]): KerasLayer => ({ calls: lines });
const refusal = (en: string, ko: string): KerasLayer => ({ refusal: { en, ko } });
const activation =
  (name: string): Writer =>
  () =>
    calls(`Activation("${name}")`);

/** `units=4, use_bias=False`: what is standard in Keras is left out. */
function call(name: string, given: readonly string[]): string {
  return `${name}(${given.filter((text) => text !== '').join(', ')})`;
}

const unless = (isStandard: boolean, text: string) => (isStandard ? '' : text);

function size(value: Size): string {
  const [height, width] = toPair(value);
  return height === width ? String(height) : `(${height}, ${width})`;
}

const isOne = (value: Size) => toPair(value).every((one) => one === 1);
const isNone = (value: Size) => toPair(value).every((one) => one === 0);

const sizeOf = (options: Readonly<Options>, name: string) => options[name] as Size;

const conv2d: Writer = ({ options }) => {
  const stride = sizeOf(options, 'stride');
  const dilation = sizeOf(options, 'dilation');
  const padding = sizeOf(options, 'padding');
  return calls(
    ...(isNone(padding) ? [] : [`ZeroPadding2D(${size(padding)})`]),
    call('Conv2D', [
      `${options.outChannels}`,
      size(sizeOf(options, 'kernelSize')),
      unless(isOne(stride), `strides=${size(stride)}`),
      unless(isOne(dilation), `dilation_rate=${size(dilation)}`),
      unless(options.groups === 1, `groups=${options.groups}`),
      unless(options.bias === true, 'use_bias=False'),
    ]),
  );
};

const maxPool: Writer = ({ options }) => {
  if (options.ceilMode) return refusal('Keras has no ceil_mode', 'Keras에는 ceil_mode가 없습니다');
  if (!isNone(sizeOf(options, 'padding')))
    return refusal('Keras pads no pool by a number', 'Keras의 풀링은 패딩 크기를 정할 수 없습니다');
  if (!isOne(sizeOf(options, 'dilation')))
    return refusal('Keras has no pool with dilation', 'Keras의 풀링에는 팽창이 없습니다');
  return calls(pool('MaxPooling2D', options));
};

const averagePool: Writer = ({ options }) => {
  const padding = sizeOf(options, 'padding');
  if (options.ceilMode) return refusal('Keras has no ceil_mode', 'Keras에는 ceil_mode가 없습니다');
  if (!isNone(padding) && !options.countIncludePad) {
    return refusal('Keras averages padding in', 'Keras는 패딩도 평균에 넣습니다');
  }
  return calls(
    ...(isNone(padding) ? [] : [`ZeroPadding2D(${size(padding)})`]),
    pool('AveragePooling2D', options),
  );
};

function pool(name: string, options: Readonly<Options>): string {
  const [kernel, stride] = [sizeOf(options, 'kernelSize'), sizeOf(options, 'stride')];
  const isUsual = String(toPair(kernel)) === String(toPair(stride));
  return call(name, [size(kernel), unless(isUsual, `strides=${size(stride)}`)]);
}

/** Keras's momentum is the weight of the old value. */
const batchNorm: Writer = ({ type, options, inputShape }) => {
  if (type === 'BatchNorm1d' && inputShape.length === 2) {
    return calls(batchNormCall(options, ['axis=1']));
  }
  return calls(batchNormCall(options, []));
};

function batchNormCall({ momentum, eps, affine }: Readonly<Options>, axis: readonly string[]) {
  const kept = Number((1 - Number(momentum)).toPrecision(12));
  return call('BatchNormalization', [
    ...axis,
    unless(kept === 0.99, `momentum=${kept}`),
    unless(eps === 1e-3, `epsilon=${eps}`),
    unless(affine === true, 'center=False, scale=False'),
  ]);
}

const layerNorm: Writer = ({ options, inputShape }) => {
  const normalized = options.normalizedShape as readonly number[];
  const isWhole = normalized.length === inputShape.length;
  if (inputShape.length > 1 && !isWhole)
    return refusal(
      'Keras normalizes other axes of an image',
      'Keras는 이미지의 다른 축을 정규화합니다',
    );
  const axes = inputShape.map((_, axis) => axis + 1);
  const isScaled = options.elementwiseAffine === true;
  return calls(
    call('LayerNormalization', [
      unless(axes.length === 1, `axis=[${axes.join(', ')}]`),
      unless(options.eps === 1e-3, `epsilon=${options.eps}`),
      unless(isScaled && options.bias === true, 'center=False'),
      unless(isScaled, 'scale=False'),
    ]),
  );
};

/** The softmax of an image runs over channels, which stand last in Keras. */
const overFeatures =
  (write: () => KerasLayer): Writer =>
  ({ options, inputShape }) => {
    const rank = inputShape.length + 1;
    const axis = Number(options.dim) < 0 ? Number(options.dim) + rank : Number(options.dim);
    const isFeatures = rank === 4 ? axis === 1 : axis === rank - 1;
    return isFeatures
      ? write()
      : refusal('Keras takes the last axis', 'Keras는 마지막 축에 적용합니다');
  };

const embedding: Writer = ({ options }) =>
  options.paddingIdx === undefined
    ? calls(`Embedding(${options.numEmbeddings}, ${options.embeddingDim})`)
    : refusal(
        'Keras learns the row of the padding token too',
        'Keras는 패딩 토큰의 행도 학습합니다',
      );

const embeddingBag: Writer = ({ options }) => {
  if (options.mode !== 'mean')
    return refusal('Keras has no sum over tokens', 'Keras에는 토큰의 합을 내는 계층이 없습니다');
  if (options.paddingIdx !== undefined)
    return refusal('Keras counts the padding token in', 'Keras는 패딩 토큰도 함께 계산합니다');
  const table = `Embedding(${options.numEmbeddings}, ${options.embeddingDim})`;
  return calls(table, 'GlobalAveragePooling1D()');
};

const writers: Readonly<Record<string, Writer>> = {
  Linear: ({ options }) =>
    calls(
      call('Dense', [`${options.outFeatures}`, unless(options.bias === true, 'use_bias=False')]),
    ),
  Conv2d: conv2d,
  MaxPool2d: maxPool,
  AvgPool2d: averagePool,
  AdaptiveAvgPool2d: ({ options }) =>
    isOne(sizeOf(options, 'outputSize'))
      ? calls('GlobalAveragePooling2D(keepdims=True)')
      : refusal('Keras adapts no pool to a size', 'Keras의 풀링은 출력 크기를 정할 수 없습니다'),
  BatchNorm1d: batchNorm,
  BatchNorm2d: batchNorm,
  LayerNorm: layerNorm,
  Dropout: ({ options }) =>
    options.scaling === 'inverted'
      ? calls(`Dropout(${options.p})`)
      : refusal(
          'Keras scales dropout in training',
          'Keras는 학습할 때 드롭아웃의 출력을 조정합니다',
        ),
  Flatten: () => calls('Flatten()'),
  Identity: () => calls('Identity()'),
  Embedding: embedding,
  EmbeddingBag: embeddingBag,
  ReLU: () => calls('ReLU()'),
  LeakyReLU: ({ options }) => calls(`LeakyReLU(negative_slope=${options.negativeSlope})`),
  ELU: ({ options }) => calls(call('ELU', [unless(options.alpha === 1, `alpha=${options.alpha}`)])),
  GELU: ({ options }) =>
    options.approximate === 'none'
      ? calls('Activation("gelu")')
      : calls('Activation(lambda x: keras.activations.gelu(x, approximate=True))'),
  SiLU: activation('silu'),
  Sigmoid: activation('sigmoid'),
  Tanh: activation('tanh'),
  Softmax: overFeatures(() => calls('Softmax()')),
  LogSoftmax: overFeatures(() => calls('Activation("log_softmax")')),
};

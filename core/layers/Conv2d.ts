import type { Options } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { add, reshape } from '../graph/ops.ts';
import { sizeOf } from '../graph/Tensor.ts';
import type { Window2d } from '../graph/Window2d.ts';
import { conv2d } from '../graph/windowOps.ts';
import { requireImages, type Size, toPair, windowOptions, windowPlaces } from './imageWindow.ts';
import { uniform } from './initializers.ts';
import type { LayerDefinition } from './LayerDefinition.ts';
import { refuseShape } from './refuseShape.ts';

type Conv2dOptions = {
  inChannels: number;
  outChannels: number;
  kernelSize: Size;
  stride: Size;
  padding: Size;
  dilation: Size;
  groups: number;
  bias: boolean;
};

const channels = { minimum: 1, maximum: 65_536 };

/**
 * Moves learned filters over images: yₒ = bₒ + Σ_c wₒ,c ⋆ x_c, ⋆ being the cross-correlation.
 *
 * Shape: [N, inChannels, H, W] → [N, outChannels, H', W'] with
 * H' = ⌊(H + 2 padding − dilation (kernelSize − 1) − 1) / stride⌋ + 1, W' likewise.
 * Learns: weight [outChannels, inChannels / groups, kernelHeight, kernelWidth] and, with `bias`,
 * bias [outChannels], both from U(-k, k) with k = 1/√(inChannels / groups · kernelHeight ·
 * kernelWidth): PyTorch's kaiming_uniform(a = √5).
 * Training and inference: the same.
 * Example: { type: 'Conv2d', options: { outChannels: 16, kernelSize: 3 } } turns [1, 28, 28] into
 * [16, 26, 26] with 160 values.
 */
export const Conv2d: LayerDefinition<Conv2dOptions> = {
  descriptor: {
    type: 'Conv2d',
    family: 'convolution',
    summary: {
      en: 'Moves small learned filters over an image: the same pattern is found wherever it stands.',
      ko: '학습되는 작은 필터를 이미지 위로 옮기며 계산합니다. 같은 무늬를 어디에 있든 찾아냅니다.',
    },
    equation: 'yₒ = bₒ + Σ_c wₒ,c ⋆ x_c',
    options: [
      {
        name: 'inChannels',
        kind: 'integer',
        inferred: true,
        range: channels,
        label: { en: 'Input channels', ko: '입력 채널 수' },
        help: {
          en: 'Channels of the images that arrive. Follows from the layer before.',
          ko: '들어오는 이미지의 채널 수입니다. 이전 계층에 따라 정해집니다.',
        },
      },
      {
        name: 'outChannels',
        kind: 'integer',
        range: channels,
        label: { en: 'Filters', ko: '필터 수' },
        help: {
          en: 'Patterns that this layer looks for; each gives one channel of the output.',
          ko: '이 계층이 찾는 무늬의 수입니다. 필터마다 출력 채널이 하나씩 생깁니다.',
        },
      },
      windowOptions.kernelSize,
      windowOptions.stride,
      windowOptions.padding,
      windowOptions.dilation,
      {
        name: 'groups',
        kind: 'integer',
        default: 1,
        range: channels,
        label: { en: 'Groups', ko: '그룹 수' },
        help: {
          en: 'Splits the channels into groups that do not see each other. Divides both channel counts.',
          ko: '채널을 서로 보지 않는 그룹으로 나눕니다. 입력과 출력 채널 수를 모두 나누어떨어지게 해야 합니다.',
        },
      },
      {
        name: 'bias',
        kind: 'boolean',
        default: true,
        label: { en: 'Bias', ko: '편향' },
        help: {
          en: 'Adds a learned number to each filter. Not needed right in front of a batch normalization.',
          ko: '필터마다 학습되는 값을 하나씩 더합니다. 바로 뒤에 배치 정규화가 오면 필요하지 않습니다.',
        },
      },
    ],
  },

  inferOptions: (inputShape): Options =>
    inputShape.length === 3 ? { inChannels: inputShape[0] } : {},

  outputShape(options, inputShape) {
    requireImages('Conv2d', inputShape);
    const { inChannels, outChannels, groups } = options;
    if (inputShape[0] !== inChannels) {
      return refuseShape('Conv2d', `${inChannels} channels`, inputShape);
    }
    if (inChannels % groups !== 0 || outChannels % groups !== 0) {
      throw new StudioError(
        'invalid-experiment',
        `Conv2d groups must divide inChannels ${inChannels} and outChannels ${outChannels}. ` +
          `Received ${groups}.`,
      );
    }
    return [outChannels, ...windowPlaces('Conv2d', windowOf(options), inputShape)];
  },

  parameters({ inChannels, outChannels, kernelSize, groups, bias }) {
    const shape = [outChannels, inChannels / groups, ...toPair(kernelSize)];
    const initialize = uniform(1 / Math.sqrt(shape[1] * shape[2] * shape[3]));
    const weight = { name: 'weight', shape, decay: true, initialize, hasFans: true };
    return bias
      ? [weight, { name: 'bias', shape: [outChannels], decay: false, initialize }]
      : [weight];
  },

  multiplyAdds({ inChannels, kernelSize, groups }, _inputShape, outputShape) {
    const [height, width] = toPair(kernelSize);
    return sizeOf(outputShape) * (inChannels / groups) * height * width;
  },

  forward(context, x, options) {
    const { outChannels, groups, bias } = options;
    const y = conv2d(x, context.parameter('weight'), { window: windowOf(options), groups });
    return bias ? add(y, reshape(context.parameter('bias'), [1, outChannels, 1, 1])) : y;
  },
};

function windowOf({ kernelSize, stride, padding, dilation }: Conv2dOptions): Window2d {
  const margins = toPair(padding);
  return {
    kernel: toPair(kernelSize),
    stride: toPair(stride),
    dilation: toPair(dilation),
    padding: [...margins, ...margins],
  };
}

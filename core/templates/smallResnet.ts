import type { LayerSpec } from '../contract/ModelSpec.ts';
import type { ModelTemplate } from './ModelTemplate.ts';
import { bagOfWords, conv, flatten, grouped, layer, linear } from './parts.ts';

const convNorm = (channels: number, stride = 1): LayerSpec[] => [
  conv(channels, 3, { padding: 1, bias: false, ...(stride > 1 ? { stride } : {}) }),
  layer('BatchNorm2d'),
];

const block = (channels: number): LayerSpec[] => [
  {
    ...layer('Residual'),
    layers: [...convNorm(channels), layer('ReLU'), ...convNorm(channels)],
  },
  layer('ReLU'),
];

/**
 * Between stages a plain convolution halves the image and doubles the channels, since a Residual
 * gives back the shape that it takes.
 *
 * Source: He, Zhang, Ren and Sun, "Deep residual learning for image recognition", 2015, the
 * network for CIFAR-10, with fewer blocks.
 */
export const smallResnet: ModelTemplate = {
  id: 'small-resnet',
  name: { en: 'Small ResNet', ko: '작은 ResNet' },
  summary: {
    en: 'Residual blocks of two convolutions, in three stages; the mean of each channel is classified.',
    ko: '합성곱 둘씩의 잔차 블록이 세 단계를 이루고, 채널마다의 평균으로 분류합니다.',
  },
  kind: 'image',
  vectorizer: bagOfWords,
  layers: ({ inputShape, outputs }) => [
    ...grouped('stage 1', [...convNorm(16), layer('ReLU'), ...block(16)]),
    ...grouped('stage 2', [...convNorm(32, 2), layer('ReLU'), ...block(32)]),
    ...grouped('stage 3', [...convNorm(64, 2), layer('ReLU'), ...block(64)]),
    ...grouped('classifier', [
      layer('AdaptiveAvgPool2d', { outputSize: 1 }),
      ...flatten(inputShape),
      linear(outputs),
    ]),
  ],
};

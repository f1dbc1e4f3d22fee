import { mean } from '../graph/ops.ts';
import { type AveragedSpan, averageOver } from './averagePooling.ts';
import { requireImages, type Size, toPair } from './imageWindow.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

type AdaptiveAvgPool2dOptions = { outputSize: Size };

/**
 * Averages images down, or stretches them, to a given size: pixel o of the output is the mean of
 * the input's pixels ⌊o H / H'⌋ to ⌈(o + 1) H / H'⌉, exclusive.
 *
 * Shape: [N, C, H, W] → [N, C, H', W'] with [H', W'] = outputSize.
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'AdaptiveAvgPool2d', options: { outputSize: 1 } } gives each channel's mean.
 */
export const AdaptiveAvgPool2d: LayerDefinition<AdaptiveAvgPool2dOptions> = {
  descriptor: {
    type: 'AdaptiveAvgPool2d',
    family: 'pooling',
    summary: {
      en: 'Averages images of any size down to a fixed one. With 1 each channel becomes its mean.',
      ko: '어떤 크기의 이미지든 평균을 내어 정해진 크기로 만듭니다. 1이면 채널마다 평균 하나가 됩니다.',
    },
    equation: 'yₒ = mean of x from ⌊o H / H′⌋ to ⌈(o + 1) H / H′⌉',
    options: [
      {
        name: 'outputSize',
        kind: 'size',
        range: { minimum: 1, maximum: 1024 },
        label: { en: 'Output size', ko: '출력 크기' },
        help: {
          en: 'Height and width of the images behind this layer, in pixels.',
          ko: '이 계층을 지난 이미지의 높이와 너비(픽셀 수)입니다.',
        },
      },
    ],
  },

  outputShape({ outputSize }, inputShape) {
    requireImages('AdaptiveAvgPool2d', inputShape);
    return [inputShape[0], ...toPair(outputSize)];
  },

  forward(_context, x, { outputSize }) {
    const [rows, columns] = toPair(outputSize);
    const [, , height, width] = x.shape;
    if (rows === 1 && columns === 1) return mean(x, { axes: [2, 3], keepDims: true });
    return averageOver(x, spansOf(height, rows), spansOf(width, columns));
  },
};

function spansOf(size: number, places: number): AveragedSpan[] {
  return Array.from({ length: places }, (_, place) => {
    const start = Math.floor((place * size) / places);
    const end = Math.ceil(((place + 1) * size) / places);
    return { start, end, divisor: end - start };
  });
}

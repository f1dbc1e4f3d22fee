import type { Shape } from '../graph/Tensor.ts';
import { placesAlong } from '../graph/Window2d.ts';
import { type AveragedSpan, averageOver } from './averagePooling.ts';
import {
  checkPoolPadding,
  poolStride,
  poolWindow,
  requireImages,
  type Size,
  toPair,
  windowOptions,
  windowPlaces,
} from './imageWindow.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

type AvgPool2dOptions = {
  kernelSize: Size;
  stride: Size;
  padding: Size;
  ceilMode: boolean;
  countIncludePad: boolean;
};

/**
 * Averages each window: y = (Σ over the window of x) / (pixels of the window).
 *
 * Shape: [N, C, H, W] → [N, C, H', W'] with H' = ⌊(H + 2 padding − kernelSize) / stride⌋ + 1,
 * rounded up with ceilMode. Padding counts as zeros, or not at all without countIncludePad.
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'AvgPool2d', options: { kernelSize: 2 } } turns [16, 26, 26] into [16, 13, 13].
 */
export const AvgPool2d: LayerDefinition<AvgPool2dOptions> = {
  descriptor: {
    type: 'AvgPool2d',
    family: 'pooling',
    summary: {
      en: 'Averages each window: images shrink, and fine detail is smoothed away.',
      ko: '윈도마다 평균을 냅니다. 이미지가 작아지고 세밀한 차이는 부드럽게 사라집니다.',
    },
    equation: 'y = mean over the window of x',
    options: [
      windowOptions.kernelSize,
      poolStride,
      windowOptions.padding,
      windowOptions.ceilMode,
      {
        name: 'countIncludePad',
        kind: 'boolean',
        default: true,
        label: { en: 'Count the padding', ko: '패딩 포함' },
        help: {
          en: 'Whether padding enters the average as zeros, or is left out of it.',
          ko: '패딩을 0으로 평균에 넣을지, 평균에서 뺄지 정합니다.',
        },
      },
    ],
  },
  inferOptions: (_inputShape, { kernelSize }) => ({ stride: kernelSize }),

  outputShape(options, inputShape) {
    requireImages('AvgPool2d', inputShape);
    checkPoolPadding('AvgPool2d', options);
    const window = poolWindow(options, inputShape);
    return [inputShape[0], ...windowPlaces('AvgPool2d', window, inputShape)];
  },

  forward(_context, x, options) {
    const image = x.shape.slice(1);
    return averageOver(x, spansAlong(0, options, image), spansAlong(1, options, image));
  },
};

/** PyTorch counts the padding that was asked for, but not what ceilMode adds to it. */
function spansAlong(axis: 0 | 1, options: AvgPool2dOptions, image: Shape): AveragedSpan[] {
  const window = poolWindow(options, image);
  const [size, padding] = [image[axis + 1], toPair(options.padding)[axis]];
  return Array.from({ length: placesAlong(window, axis, size) }, (_, place) => {
    const from = place * window.stride[axis] - padding;
    const to = Math.min(from + window.kernel[axis], size + padding);
    const [start, end] = [Math.max(from, 0), Math.min(to, size)];
    return { start, end, divisor: options.countIncludePad ? to - from : end - start };
  });
}

import { StudioError } from '../contract/StudioError.ts';
import { placesAlong, type Window2d } from '../graph/Window2d.ts';
import { maxPool2d } from '../graph/windowOps.ts';
import {
  checkPoolPadding,
  poolStride,
  poolWindow,
  requireImages,
  type Size,
  windowOptions,
  windowPlaces,
} from './imageWindow.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

type MaxPool2dOptions = {
  kernelSize: Size;
  stride: Size;
  padding: Size;
  dilation: Size;
  ceilMode: boolean;
};

/**
 * Keeps the largest value of each window: y = max over the window of x. Its gradient goes to the
 * first of equal maxima.
 *
 * Shape: [N, C, H, W] → [N, C, H', W'] with
 * H' = ⌊(H + 2 padding − dilation (kernelSize − 1) − 1) / stride⌋ + 1, rounded up with ceilMode.
 * Padding never is a maximum.
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'MaxPool2d', options: { kernelSize: 2 } } turns [16, 26, 26] into [16, 13, 13].
 */
export const MaxPool2d: LayerDefinition<MaxPool2dOptions> = {
  descriptor: {
    type: 'MaxPool2d',
    family: 'pooling',
    summary: {
      en: 'Keeps the largest value of each window: images shrink, and small shifts stop to matter.',
      ko: '윈도마다 가장 큰 값만 남깁니다. 이미지가 작아지고 조금 움직여도 결과가 거의 같습니다.',
    },
    equation: 'y = max over the window of x',
    options: [
      windowOptions.kernelSize,
      poolStride,
      windowOptions.padding,
      windowOptions.dilation,
      windowOptions.ceilMode,
    ],
  },
  inferOptions: (_inputShape, { kernelSize }) => ({ stride: kernelSize }),

  outputShape(options, inputShape) {
    requireImages('MaxPool2d', inputShape);
    checkPoolPadding('MaxPool2d', options);
    const window = poolWindow(options, inputShape);
    const places = windowPlaces('MaxPool2d', window, inputShape);
    refuseEmptyWindows(window, 0, inputShape[1]);
    refuseEmptyWindows(window, 1, inputShape[2]);
    return [inputShape[0], ...places];
  },

  forward: (_context, x, options) => maxPool2d(x, poolWindow(options, x.shape.slice(1))),
};

/** A dilated window can step over a small image: its maximum would be −∞. */
function refuseEmptyWindows(window: Window2d, axis: 0 | 1, size: number): void {
  const [kernel, dilation] = [window.kernel[axis], window.dilation[axis]];
  for (let place = 0; place < placesAlong(window, axis, size); place++) {
    const start = place * window.stride[axis] - window.padding[axis];
    const first = Math.max(0, Math.ceil(-start / dilation));
    if (first < kernel && start + first * dilation < size) continue;
    throw new StudioError(
      'invalid-experiment',
      `MaxPool2d has a window that sees nothing but padding, over ${size} pixels with dilation ` +
        `${dilation}.`,
      { hint: 'Choose a smaller dilation or padding.' },
    );
  }
}

/** What the layers that move a window over images share: their options, and where windows fit. */
import type { OptionDescriptor, OptionRange } from '../contract/Catalog.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Shape } from '../graph/Tensor.ts';
import { type Pair, placesAlong, type Window2d } from '../graph/Window2d.ts';
import { refuseShape } from './refuseShape.ts';

/** One number for both axes, or [height, width]. */
export type Size = number | number[];

export function toPair(size: Size): Pair {
  if (typeof size === 'number') return [size, size];
  const [height, width] = size;
  return [height, width];
}

const positive: OptionRange = { minimum: 1, maximum: 1024 };

/** Descriptors in PyTorch's names and with its defaults. */
export const windowOptions = {
  kernelSize: {
    name: 'kernelSize',
    kind: 'size',
    range: positive,
    label: { en: 'Window', ko: '윈도 크기' },
    help: {
      en: 'Height and width of the window, in pixels.',
      ko: '윈도의 높이와 너비(픽셀 수)입니다.',
    },
  },
  stride: {
    name: 'stride',
    kind: 'size',
    default: 1,
    range: positive,
    label: { en: 'Stride', ko: '스트라이드' },
    help: {
      en: 'Pixels from one window to the next. 2 halves the height and the width.',
      ko: '윈도를 옮기는 간격(픽셀 수)입니다. 2이면 높이와 너비가 절반이 됩니다.',
    },
  },
  padding: {
    name: 'padding',
    kind: 'size',
    default: 0,
    range: { minimum: 0, maximum: 1024 },
    label: { en: 'Padding', ko: '패딩' },
    help: {
      en: 'Empty pixels added on each side. With half the window, a stride of 1 keeps the size.',
      ko: '사방에 덧붙이는 빈 픽셀의 수입니다. 윈도의 절반이면 스트라이드 1에서 크기가 유지됩니다.',
    },
  },
  dilation: {
    name: 'dilation',
    kind: 'size',
    default: 1,
    range: positive,
    label: { en: 'Dilation', ko: '팽창' },
    help: {
      en: 'Pixels from one point of the window to the next. 1 leaves no gaps.',
      ko: '윈도 안의 점 사이 간격(픽셀 수)입니다. 1이면 빈틈이 없습니다.',
    },
  },
  ceilMode: {
    name: 'ceilMode',
    kind: 'boolean',
    default: false,
    label: { en: 'Keep the rest', ko: '나머지 포함' },
    help: {
      en: 'Also pools the last pixels where a whole window no longer fits.',
      ko: '윈도가 다 들어가지 않는 가장자리의 남은 픽셀도 풀링합니다.',
    },
  },
} as const satisfies Record<string, OptionDescriptor>;

/** The stride of pools: as far as the window is large, unless given. */
export const poolStride: OptionDescriptor = {
  name: 'stride',
  kind: 'size',
  inferred: true,
  range: positive,
  label: windowOptions.stride.label,
  help: {
    en: 'Pixels from one window to the next. Left out: the size of the window, without overlap.',
    ko: '윈도를 옮기는 간격(픽셀 수)입니다. 생략하면 윈도 크기와 같아 서로 겹치지 않습니다.',
  },
};

export interface PoolOptions {
  readonly kernelSize: Size;
  readonly stride: Size;
  readonly padding: Size;
  readonly dilation?: Size;
  readonly ceilMode: boolean;
}

/**
 * The window of a pool over images [C, H, W]. With ceilMode the padding below and on the right
 * grows, so that a last window fits that starts inside the image or its padding, as in PyTorch.
 */
export function poolWindow(options: PoolOptions, [, height, width]: Shape): Window2d {
  const [kernel, stride] = [toPair(options.kernelSize), toPair(options.stride)];
  const [padding, dilation] = [toPair(options.padding), toPair(options.dilation ?? 1)];
  const after = ([height, width] as const).map((size, axis) => {
    const span = dilation[axis] * (kernel[axis] - 1) + 1;
    const rest = size + 2 * padding[axis] - span;
    if (!options.ceilMode || rest < 0) return padding[axis];
    const last = Math.ceil(rest / stride[axis]) * stride[axis];
    const startsInside = last < size + padding[axis];
    const start = startsInside ? last : last - stride[axis];
    return Math.max(padding[axis], start + span - size - padding[axis]);
  });
  return { kernel, stride, dilation, padding: [...padding, after[0], after[1]] };
}

export function requireImages(layer: string, shape: Shape): void {
  if (shape.length === 3) return;
  refuseShape(layer, 'images of channels × height × width', shape);
}

/** [height, width] behind the window. Throws StudioError where it is larger than the image. */
export function windowPlaces(layer: string, window: Window2d, [, height, width]: Shape): Pair {
  const places = [placesAlong(window, 0, height), placesAlong(window, 1, width)] as const;
  if (places[0] >= 1 && places[1] >= 1) return places;
  const [spanY, spanX] = ([0, 1] as const).map(
    (axis) => window.dilation[axis] * (window.kernel[axis] - 1) + 1,
  );
  throw new StudioError(
    'invalid-experiment',
    `${layer} has a window of ${spanY}×${spanX}, but its padded images are ` +
      `${height + window.padding[0] + window.padding[2]}×` +
      `${width + window.padding[1] + window.padding[3]}.`,
    { hint: 'Choose a smaller window or more padding.' },
  );
}

/** As PyTorch: padding beyond half the window would make windows of nothing but padding. */
export function checkPoolPadding(layer: string, options: PoolOptions): void {
  const [kernel, padding] = [toPair(options.kernelSize), toPair(options.padding)];
  for (const axis of [0, 1] as const) {
    if (2 * padding[axis] <= kernel[axis]) continue;
    throw new StudioError(
      'invalid-experiment',
      `${layer} padding must be at most half of the window, ${kernel[axis] / 2}. ` +
        `Received ${padding[axis]}.`,
    );
  }
}

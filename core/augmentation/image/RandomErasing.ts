import { probabilityOption } from '../commonOptions.ts';
import { refuseInterval } from '../refuseInterval.ts';
import { uniform } from '../uniform.ts';
import type { PixelAugmentation } from './ImageAugmentation.ts';

type ErasingOptions = { scale: number[]; ratio: number[]; value: number };
type ErasingDrawn = { left: number; top: number; width: number; height: number; value: number };

/** As often torchvision tries to find a rectangle that fits; after that the picture stays. */
const ATTEMPTS = 10;

/**
 * Paints a random rectangle of area A ~ U(scale) · picture and ratio height/width, log-uniform over
 * `ratio`, in one grey level (cutout).
 *
 * Shape kept. As torchvision's RandomErasing.
 * Source: Zhong et al., "Random erasing data augmentation", 2017; DeVries and Taylor, "Improved
 * regularization of convolutional neural networks with cutout", 2017.
 */
export const RandomErasing: PixelAugmentation<ErasingOptions, ErasingDrawn> = {
  kind: 'pixels',
  descriptor: {
    type: 'RandomErasing',
    family: 'erasing',
    summary: {
      en: 'Paints a random rectangle over, so that no single part of the picture decides.',
      ko: '임의의 직사각형을 지워 그림의 어느 한 부분에만 의존하지 않게 합니다.',
    },
    equation: 'area ~ U(scale) · H W, ln(h/w) ~ U(ln ratio)',
    options: [
      {
        name: 'scale',
        kind: 'numbers',
        length: 2,
        isInterval: true,
        default: [0.02, 0.33],
        range: { minimum: 0, maximum: 1 },
        label: { en: 'Area [low, high]', ko: '넓이 [최소, 최대]' },
        help: {
          en: 'How much of the picture is erased, as a share of its area.',
          ko: '그림 넓이에서 지우는 부분의 비율입니다.',
        },
        unit: { en: 'of the area', ko: '넓이 대비' },
      },
      {
        name: 'ratio',
        kind: 'numbers',
        length: 2,
        isInterval: true,
        default: [0.3, 3.3],
        range: { minimum: 0.01, maximum: 100 },
        label: { en: 'Height to width [low, high]', ko: '세로 대 가로 비율 [최소, 최대]' },
        help: {
          en: 'Below 1 the rectangle is wide, above 1 it is tall.',
          ko: '1보다 작으면 넓은, 1보다 크면 높은 직사각형입니다.',
        },
      },
      {
        name: 'value',
        kind: 'number',
        default: 0,
        range: { minimum: 0, maximum: 255 },
        label: { en: 'Grey level', ko: '칠하는 밝기' },
        help: {
          en: 'What the rectangle is painted with: 0 is black, 255 white.',
          ko: '직사각형을 칠하는 밝기입니다. 0은 검은색, 255는 흰색입니다.',
        },
        unit: { en: 'grey levels', ko: '밝기 단계' },
      },
      probabilityOption(0.5),
    ],
  },

  refusal: ({ scale, ratio }) =>
    refuseInterval('RandomErasing', 'scale', scale) ??
    refuseInterval('RandomErasing', 'ratio', ratio),

  draw(random, { scale, ratio, value }, size) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const area = uniform(random, scale[0], scale[1]) * size.height * size.width;
      const aspect = Math.exp(uniform(random, Math.log(ratio[0]), Math.log(ratio[1])));
      const height = Math.round(Math.sqrt(area * aspect));
      const width = Math.round(Math.sqrt(area / aspect));
      if (height >= size.height || width >= size.width || height * width === 0) continue;
      const top = random.nextBelow(size.height - height + 1);
      const left = random.nextBelow(size.width - width + 1);
      return { left, top, width, height, value };
    }
    return null;
  },

  describe({ left, top, width, height }) {
    const box = `${width}×${height}`;
    return { en: `erased ${box} at ${left}, ${top}`, ko: `(${left}, ${top})에서 ${box} 지움` };
  },

  apply(image, { left, top, width, height, value }) {
    for (let line = 0; line < image.channels * image.height; line++) {
      const y = line % image.height;
      if (y < top || y >= top + height) continue;
      const start = line * image.width + left;
      image.pixels.fill(value, start, start + width);
    }
  },
};

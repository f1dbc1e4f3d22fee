import { fillOption, probabilityOption } from '../commonOptions.ts';
import { roundedText } from '../roundedText.ts';
import { translation } from './Affine.ts';
import type { GeometricAugmentation } from './ImageAugmentation.ts';

type CropOptions = { padding: number; fill: number };
type CropDrawn = { left: number; top: number; fill: number };

/**
 * Puts a border of `padding` pixels around the picture and cuts a window of the old size out of it,
 * its corner (left, top) uniform over {−padding, …, padding}².
 *
 * Shape kept, nothing blurred. As torchvision's RandomCrop(size, padding).
 */
export const RandomCrop: GeometricAugmentation<CropOptions, CropDrawn> = {
  kind: 'geometric',
  descriptor: {
    type: 'RandomCrop',
    family: 'geometry',
    summary: {
      en: 'Pads the picture and cuts out a window of its old size at a random place.',
      ko: '그림에 여백을 두르고 원래 크기의 창을 임의의 위치에서 잘라냅니다.',
    },
    equation: 'left, top ~ U{−padding, …, padding}',
    options: [
      {
        name: 'padding',
        kind: 'integer',
        default: 4,
        range: { minimum: 0, maximum: 1024 },
        label: { en: 'Border width', ko: '여백 너비' },
        help: {
          en: 'Pixels added on every side, and so the farthest that the window can move.',
          ko: '각 변에 더하는 픽셀 수이며, 창이 움직일 수 있는 최대 거리입니다.',
        },
        unit: { en: 'pixels', ko: '픽셀' },
      },
      fillOption,
      probabilityOption(1),
    ],
  },

  draw(random, { padding, fill }) {
    const corner = () => random.nextBelow(2 * padding + 1) - padding;
    return { left: corner(), top: corner(), fill };
  },

  describe({ left, top }) {
    const [x, y] = [roundedText(left), roundedText(top)];
    return { en: `cropped at ${x}, ${y}`, ko: `(${x}, ${y})에서 자름` };
  },

  map: ({ left, top }) => translation(-left, -top),
};

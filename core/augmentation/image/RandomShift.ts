import { fillOption, probabilityOption } from '../commonOptions.ts';
import { roundedText } from '../roundedText.ts';
import { uniform } from '../uniform.ts';
import { translation } from './Affine.ts';
import type { GeometricAugmentation } from './ImageAugmentation.ts';

type ShiftOptions = { translate: number[]; fill: number };
type ShiftDrawn = { right: number; down: number; fill: number };

/**
 * Moves the picture by whole pixels: right = round(U(−t_x, t_x) · width), down = round(U(−t_y, t_y)
 * · height).
 *
 * Shape kept, nothing blurred. As torchvision's RandomAffine(0, translate).
 */
export const RandomShift: GeometricAugmentation<ShiftOptions, ShiftDrawn> = {
  kind: 'geometric',
  descriptor: {
    type: 'RandomShift',
    family: 'geometry',
    summary: {
      en: 'Moves the picture sideways and up or down by a random number of pixels.',
      ko: '그림을 좌우와 위아래로 임의의 픽셀만큼 이동합니다.',
    },
    equation: 'Δx = round(U(−t₁, t₁) · width), Δy = round(U(−t₂, t₂) · height)',
    options: [
      {
        name: 'translate',
        kind: 'numbers',
        length: 2,
        default: [0.1, 0.1],
        range: { minimum: 0, maximum: 1 },
        label: { en: 'Largest shift [x, y]', ko: '최대 이동 [x, y]' },
        help: {
          en: 'As a share of width and height. 0.1 moves a picture of 28 pixels by up to 3.',
          ko: '너비와 높이에 대한 비율입니다. 0.1이면 28픽셀 그림을 최대 3픽셀 이동합니다.',
        },
        unit: { en: 'of the size', ko: '크기 대비' },
      },
      fillOption,
      probabilityOption(1),
    ],
  },

  draw(random, { translate: [x, y], fill }, { height, width }) {
    const right = Math.round(uniform(random, -x * width, x * width));
    const down = Math.round(uniform(random, -y * height, y * height));
    // Without −0, which would print and compare as another number.
    return { right: right + 0, down: down + 0, fill };
  },

  describe({ right, down }) {
    if (right === 0 && down === 0) return { en: 'not shifted', ko: '이동 없음' };
    const [x, y] = [roundedText(Math.abs(right)), roundedText(Math.abs(down))];
    const en = `shifted ${x} ${right < 0 ? 'left' : 'right'}, ${y} ${down < 0 ? 'up' : 'down'}`;
    const ko = `${right < 0 ? '왼쪽' : '오른쪽'} ${x}, ${down < 0 ? '위' : '아래'} ${y} 이동`;
    return { en, ko };
  },

  map: ({ right, down }) => translation(right, down),
};

import { fillOption, probabilityOption } from '../commonOptions.ts';
import { roundedText } from '../roundedText.ts';
import { uniform } from '../uniform.ts';
import { aboutCenter } from './Affine.ts';
import type { GeometricAugmentation } from './ImageAugmentation.ts';

type ShearOptions = { shear: number[]; fill: number };
type ShearDrawn = { x: number; y: number; fill: number };

/**
 * Slants the picture: rows slide by tan φ_x of their distance from the centre, then columns by tan
 * φ_y; φ ~ U(−shear, shear) each.
 *
 * Shape kept. As torchvision's RandomAffine(0, shear=(−x, x, −y, y)).
 */
export const RandomShear: GeometricAugmentation<ShearOptions, ShearDrawn> = {
  kind: 'geometric',
  descriptor: {
    type: 'RandomShear',
    family: 'geometry',
    summary: {
      en: 'Slants the picture, as italics slant letters.',
      ko: '기울임꼴 글자처럼 그림을 기울입니다.',
    },
    equation: 'Δx = −tan(φ₁) y, then Δy = −tan(φ₂) x, φ ~ U(−shear, shear)',
    options: [
      {
        name: 'shear',
        kind: 'numbers',
        length: 2,
        default: [10, 0],
        range: { minimum: 0, maximum: 80 },
        label: { en: 'Largest slant [x, y]', ko: '최대 기울기 [x, y]' },
        help: {
          en: 'The largest angles by which upright lines lean and level lines climb.',
          ko: '세로선이 눕는 각도와 가로선이 기우는 각도의 최댓값입니다.',
        },
        unit: { en: 'degrees', ko: '도' },
      },
      fillOption,
      probabilityOption(1),
    ],
  },

  draw: (random, { shear: [x, y], fill }) => ({
    x: uniform(random, -x, x),
    y: uniform(random, -y, y),
    fill,
  }),

  describe({ x, y }) {
    const [first, second] = [`${roundedText(x, 1)}°`, `${roundedText(y, 1)}°`];
    return { en: `sheared ${first}, ${second}`, ko: `${first}, ${second} 기울임` };
  },

  map({ x, y }, size) {
    const [tanX, tanY] = [tangent(x), tangent(y)];
    return aboutCenter(size, 1 + tanX * tanY, tanX, tanY, 1);
  },
};

const tangent = (degrees: number) => Math.tan((degrees * Math.PI) / 180);

import { fillOption, probabilityOption } from '../commonOptions.ts';
import { roundedText } from '../roundedText.ts';
import { uniform } from '../uniform.ts';
import { aboutCenter } from './Affine.ts';
import type { GeometricAugmentation } from './ImageAugmentation.ts';

type RotationOptions = { degrees: number; fill: number };
type RotationDrawn = { degrees: number; fill: number };

/**
 * Turns the picture about its centre by θ ~ U(−degrees, degrees), counter-clockwise where positive:
 * the pixel at c + v comes from c + R(θ) v.
 *
 * Shape kept. Multiples of 90° are exact. As torchvision's RandomRotation with bilinear
 * interpolation and `expand=False`.
 */
export const RandomRotation: GeometricAugmentation<RotationOptions, RotationDrawn> = {
  kind: 'geometric',
  descriptor: {
    type: 'RandomRotation',
    family: 'geometry',
    summary: {
      en: 'Turns the picture about its centre by a random angle.',
      ko: '그림을 중심을 축으로 임의의 각도만큼 회전합니다.',
    },
    equation: 'θ ~ U(−degrees, degrees)',
    options: [
      {
        name: 'degrees',
        kind: 'number',
        default: 15,
        range: { minimum: 0, maximum: 180 },
        label: { en: 'Largest angle', ko: '최대 각도' },
        help: {
          en: 'The angle is drawn evenly between minus this and plus this. Large angles turn a 6 into a 9.',
          ko: '각도를 음의 이 값과 양의 이 값 사이에서 고르게 뽑습니다. 각도가 크면 6이 9처럼 됩니다.',
        },
        unit: { en: 'degrees', ko: '도' },
      },
      fillOption,
      probabilityOption(1),
    ],
  },

  draw: (random, { degrees, fill }) => ({ degrees: uniform(random, -degrees, degrees), fill }),

  describe({ degrees }) {
    const angle = `${roundedText(degrees, 1)}°`;
    return { en: `rotated ${angle}`, ko: `${angle} 회전` };
  },

  map({ degrees }, size) {
    const [cos, sin] = cosAndSin(degrees);
    return aboutCenter(size, cos, -sin, sin, cos);
  },
};

/** Exact at quarter turns, where the cosine of a float would leave a trace. */
function cosAndSin(degrees: number): [number, number] {
  const radians = (degrees * Math.PI) / 180;
  if (degrees % 90 !== 0) return [Math.cos(radians), Math.sin(radians)];
  return [Math.round(Math.cos(radians)), Math.round(Math.sin(radians))];
}

import { fillOption, probabilityOption } from '../commonOptions.ts';
import { refuseInterval } from '../refuseInterval.ts';
import { roundedText } from '../roundedText.ts';
import { uniform } from '../uniform.ts';
import { aboutCenter } from './Affine.ts';
import type { GeometricAugmentation } from './ImageAugmentation.ts';

type ScaleOptions = { scale: number[]; fill: number };
type ScaleDrawn = { scale: number; fill: number };

/**
 * Enlarges or shrinks the picture about its centre by s ~ U(scale): the pixel at c + v comes from
 * c + v/s.
 *
 * Shape kept: above 1 the rim is lost, below 1 the rim is filled. As torchvision's RandomAffine(0,
 * scale=scale).
 */
export const RandomScale: GeometricAugmentation<ScaleOptions, ScaleDrawn> = {
  kind: 'geometric',
  descriptor: {
    type: 'RandomScale',
    family: 'geometry',
    summary: {
      en: 'Enlarges or shrinks what the picture shows; its size stays.',
      ko: '그림의 크기는 그대로 두고 내용을 확대하거나 축소합니다.',
    },
    equation: 's ~ U(low, high), v ← v / s',
    options: [
      {
        name: 'scale',
        kind: 'numbers',
        length: 2,
        isInterval: true,
        default: [0.8, 1.2],
        range: { minimum: 0.1, maximum: 10 },
        label: { en: 'Scale [low, high]', ko: '배율 [최소, 최대]' },
        help: {
          en: 'The factor is drawn evenly between the two. 1 leaves the picture as it is.',
          ko: '배율을 두 값 사이에서 고르게 뽑습니다. 1이면 그대로입니다.',
        },
        unit: { en: 'times', ko: '배' },
      },
      fillOption,
      probabilityOption(1),
    ],
  },

  refusal: ({ scale }) => refuseInterval('RandomScale', 'scale', scale),

  draw: (random, { scale: [low, high], fill }) => ({ scale: uniform(random, low, high), fill }),

  describe({ scale }) {
    const factor = roundedText(scale);
    return { en: `scaled ×${factor}`, ko: `${factor}배 확대·축소` };
  },

  map: ({ scale }, size) => aboutCenter(size, 1 / scale, 0, 0, 1 / scale),
};

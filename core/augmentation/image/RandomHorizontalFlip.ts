import { probabilityOption } from '../commonOptions.ts';
import { aboutCenter } from './Affine.ts';
import type { GeometricAugmentation } from './ImageAugmentation.ts';

/**
 * Mirrors the picture at its vertical axis: the pixel at x comes from width − 1 − x.
 *
 * Shape kept, exact. As torchvision's RandomHorizontalFlip. Nothing comes in from outside.
 */
export const RandomHorizontalFlip: GeometricAugmentation = {
  kind: 'geometric',
  descriptor: {
    type: 'RandomHorizontalFlip',
    family: 'geometry',
    summary: {
      en: 'Mirrors the picture left to right.',
      ko: '그림을 좌우로 뒤집습니다.',
    },
    equation: 'x ← width − 1 − x',
    options: [probabilityOption(0.5)],
  },

  draw: () => ({}),
  describe: () => ({ en: 'flipped left to right', ko: '좌우 반전' }),
  map: (_drawn, size) => aboutCenter(size, -1, 0, 0, 1),
};

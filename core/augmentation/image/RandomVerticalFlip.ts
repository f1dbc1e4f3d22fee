import { probabilityOption } from '../commonOptions.ts';
import { aboutCenter } from './Affine.ts';
import type { GeometricAugmentation } from './ImageAugmentation.ts';

/**
 * Mirrors the picture at its horizontal axis: the pixel at y comes from height − 1 − y.
 *
 * Shape kept, exact. As torchvision's RandomVerticalFlip. Nothing comes in from outside.
 */
export const RandomVerticalFlip: GeometricAugmentation = {
  kind: 'geometric',
  descriptor: {
    type: 'RandomVerticalFlip',
    family: 'geometry',
    summary: {
      en: 'Mirrors the picture top to bottom.',
      ko: '그림을 위아래로 뒤집습니다.',
    },
    equation: 'y ← height − 1 − y',
    options: [probabilityOption(0.5)],
  },

  draw: () => ({}),
  describe: () => ({ en: 'flipped upside down', ko: '상하 반전' }),
  map: (_drawn, size) => aboutCenter(size, 1, 0, 0, -1),
};

import { probabilityOption } from '../commonOptions.ts';
import { roundedText } from '../roundedText.ts';
import type { PixelAugmentation } from './ImageAugmentation.ts';
import { drawFactor, jitterOption } from './jitterOption.ts';

/**
 * Multiplies all grey levels by f ~ U(1 − b, 1 + b).
 *
 * Shape kept. As torchvision's ColorJitter(brightness=b).
 */
export const Brightness: PixelAugmentation<{ brightness: number }, { factor: number }> = {
  kind: 'pixels',
  descriptor: {
    type: 'Brightness',
    family: 'color',
    summary: {
      en: 'Makes the picture brighter or darker.',
      ko: '그림을 밝게 하거나 어둡게 합니다.',
    },
    equation: 'x ← f x, f ~ U(1 − b, 1 + b)',
    options: [jitterOption('brightness'), probabilityOption(1)],
  },

  draw: (random, { brightness }) => drawFactor(random, brightness),

  describe({ factor }) {
    const text = roundedText(factor);
    return { en: `brightness ×${text}`, ko: `밝기 ${text}배` };
  },

  apply({ pixels }, { factor }) {
    for (let i = 0; i < pixels.length; i++) pixels[i] *= factor;
  },
};

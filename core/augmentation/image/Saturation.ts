import { probabilityOption } from '../commonOptions.ts';
import { roundedText } from '../roundedText.ts';
import type { PixelAugmentation } from './ImageAugmentation.ts';
import { drawFactor, jitterOption } from './jitterOption.ts';
import { luma } from './luma.ts';

/**
 * Moves each pixel's colours away from its grey g, or towards it: x ← g + f (x − g), f ~ U(1 − s, 1
 * + s).
 *
 * Shape kept; images without colour stay as they are. As torchvision's ColorJitter(saturation=s).
 */
export const Saturation: PixelAugmentation<{ saturation: number }, { factor: number }> = {
  kind: 'pixels',
  descriptor: {
    type: 'Saturation',
    family: 'color',
    summary: {
      en: 'Makes colours stronger or paler.',
      ko: '색을 진하게 하거나 옅게 합니다.',
    },
    equation: 'x ← g + f (x − g), f ~ U(1 − b, 1 + b)',
    options: [jitterOption('saturation'), probabilityOption(1)],
  },

  idle: (_options, { channels }) =>
    channels === 3
      ? null
      : `Saturation changes nothing: it needs the channels red, green and blue. Received ${channels}.`,

  draw: (random, { saturation }) => drawFactor(random, saturation),

  describe({ factor }) {
    const text = roundedText(factor);
    return { en: `saturation ×${text}`, ko: `채도 ${text}배` };
  },

  apply(image, { factor }) {
    const { pixels, channels, height, width } = image;
    if (channels !== 3) return;
    const plane = height * width;
    for (let place = 0; place < plane; place++) {
      const grey = luma(image, place);
      for (let i = place; i < pixels.length; i += plane) {
        pixels[i] = grey + factor * (pixels[i] - grey);
      }
    }
  },
};

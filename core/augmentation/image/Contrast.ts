import { probabilityOption } from '../commonOptions.ts';
import { roundedText } from '../roundedText.ts';
import type { PixelAugmentation } from './ImageAugmentation.ts';
import { drawFactor, jitterOption } from './jitterOption.ts';
import { luma } from './luma.ts';

/**
 * Moves all grey levels away from the picture's mean grey m, or towards it: x ← m + f (x − m), f ~
 * U(1 − c, 1 + c).
 *
 * Shape kept. As torchvision's ColorJitter(contrast=c) on tensors; Pillow rounds m.
 */
export const Contrast: PixelAugmentation<{ contrast: number }, { factor: number }> = {
  kind: 'pixels',
  descriptor: {
    type: 'Contrast',
    family: 'color',
    summary: {
      en: 'Raises or lowers the contrast about the mean grey of the picture.',
      ko: '그림의 평균 밝기를 기준으로 대비를 높이거나 낮춥니다.',
    },
    equation: 'x ← m + f (x − m), f ~ U(1 − b, 1 + b)',
    options: [jitterOption('contrast'), probabilityOption(1)],
  },

  draw: (random, { contrast }) => drawFactor(random, contrast),

  describe({ factor }) {
    const text = roundedText(factor);
    return { en: `contrast ×${text}`, ko: `대비 ${text}배` };
  },

  apply(image, { factor }) {
    const { pixels, height, width } = image;
    const plane = height * width;
    let sum = 0;
    for (let place = 0; place < plane; place++) sum += luma(image, place);
    const mean = sum / plane;
    for (let i = 0; i < pixels.length; i++) pixels[i] = mean + factor * (pixels[i] - mean);
  },
};

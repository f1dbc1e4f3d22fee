import { probabilityOption } from '../commonOptions.ts';
import { refuseInterval } from '../refuseInterval.ts';
import { roundedText } from '../roundedText.ts';
import { uniform } from '../uniform.ts';
import { convolveLines } from './convolveLines.ts';
import { gaussianKernel } from './gaussianKernel.ts';
import type { PixelAugmentation } from './ImageAugmentation.ts';

type BlurOptions = { kernelSize: number; sigma: number[] };
type BlurDrawn = { sigma: number; kernelSize: number };

/**
 * Replaces each pixel by the mean of its neighbours, weighted by a Gaussian of standard deviation σ
 * ~ U(sigma) cut off to kernelSize × kernelSize.
 *
 * Shape kept, the rim mirrored. As torchvision's GaussianBlur(kernel_size, sigma).
 */
export const GaussianBlur: PixelAugmentation<BlurOptions, BlurDrawn> = {
  kind: 'pixels',
  descriptor: {
    type: 'GaussianBlur',
    family: 'noise',
    summary: {
      en: 'Blurs the picture, as a lens out of focus does.',
      ko: '초점이 맞지 않은 렌즈처럼 그림을 흐리게 합니다.',
    },
    equation: 'x ← g ∗ x, g(d) ∝ exp(−d²/2σ²), σ ~ U(low, high)',
    options: [
      {
        name: 'kernelSize',
        kind: 'integer',
        default: 5,
        range: { minimum: 1, maximum: 99, step: 2 },
        label: { en: 'Kernel size', ko: '커널 크기' },
        help: {
          en: 'How many pixels each way take part; an odd number. About six times the largest σ shows all of it.',
          ko: '가로와 세로로 참여하는 픽셀 수이며 홀수입니다. 최대 σ의 여섯 배 정도면 충분합니다.',
        },
        unit: { en: 'pixels', ko: '픽셀' },
      },
      {
        name: 'sigma',
        kind: 'numbers',
        length: 2,
        isInterval: true,
        default: [0.1, 2],
        range: { minimum: 0.01, maximum: 50 },
        label: { en: 'Standard deviation [low, high]', ko: '표준편차 [최소, 최대]' },
        help: {
          en: 'The width of the blur is drawn evenly between the two.',
          ko: '흐림의 너비를 두 값 사이에서 고르게 뽑습니다.',
        },
        unit: { en: 'pixels', ko: '픽셀' },
      },
      probabilityOption(1),
    ],
  },

  refusal({ kernelSize, sigma }) {
    if (kernelSize % 2 === 1) return refuseInterval('GaussianBlur', 'sigma', sigma);
    return `GaussianBlur kernelSize must be odd. Received ${kernelSize}.`;
  },

  draw: (random, { kernelSize, sigma: [low, high] }) => ({
    sigma: uniform(random, low, high),
    kernelSize,
  }),

  describe({ sigma }) {
    const text = roundedText(sigma);
    return { en: `blurred σ ${text}`, ko: `흐림 σ ${text}` };
  },

  apply({ pixels, channels, height, width }, { sigma, kernelSize }, scratch) {
    const kernel = gaussianKernel(sigma, (kernelSize - 1) / 2);
    const rows = { length: width, count: height * channels, step: 1, stride: width };
    convolveLines(pixels, scratch.image, 0, rows, kernel, 'mirror');
    const columns = { length: height, count: width, step: width, stride: 1 };
    for (let channel = 0; channel < channels; channel++) {
      convolveLines(scratch.image, pixels, channel * height * width, columns, kernel, 'mirror');
    }
  },
};

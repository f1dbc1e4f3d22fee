import { fillUniform } from '../../random/fill.ts';
import { randomAt } from '../../random/randomAt.ts';
import { fillOption, probabilityOption } from '../commonOptions.ts';
import { bilinear } from './bilinear.ts';
import { convolveLines } from './convolveLines.ts';
import { gaussianKernel } from './gaussianKernel.ts';
import type { ImageSize, PixelAugmentation, Scratch } from './ImageAugmentation.ts';

type ElasticOptions = { alpha: number; sigma: number; fill: number };
type ElasticDrawn = { alpha: number; sigma: number; fill: number; seed: number };

/** Where the Gaussian is cut off, in standard deviations; scipy's default. */
const TRUNCATE = 4;

/**
 * Pulls every pixel a little elsewhere, neighbours alike: the pixel at p comes from p + α (g_σ ∗ u)(p)
 * with u ~ U(−1, 1) for each pixel and axis, and a Gaussian g_σ that takes 0 from outside.
 *
 * Shape kept. The drawn `seed` stands for both fields. torchvision's ElasticTransform counts alpha
 * twice as large and cuts the Gaussian at the same place.
 * Source: Simard, Steinkraus and Platt, "Best practices for convolutional neural networks applied
 * to visual document analysis", 2003.
 */
export const ElasticTransform: PixelAugmentation<ElasticOptions, ElasticDrawn> = {
  kind: 'pixels',
  descriptor: {
    type: 'ElasticTransform',
    family: 'geometry',
    summary: {
      en: 'Distorts the picture as if it were drawn on rubber.',
      ko: '고무판에 그린 그림을 당기듯 그림을 뒤틉니다.',
    },
    equation: 'p ← p + α (g ∗ u)(p), u ~ U(−1, 1), g Gaussian of σ',
    options: [
      {
        name: 'alpha',
        kind: 'number',
        default: 34,
        range: { minimum: 0, maximum: 1000 },
        label: { en: 'Strength α', ko: '세기 α' },
        help: {
          en: 'How far pixels are pulled. With a wide σ most of it averages out.',
          ko: '픽셀을 당기는 세기입니다. σ가 크면 대부분 서로 상쇄됩니다.',
        },
        unit: { en: 'pixels', ko: '픽셀' },
      },
      {
        name: 'sigma',
        kind: 'number',
        default: 4,
        range: { minimum: 0.5, maximum: 50 },
        label: { en: 'Smoothness σ', ko: '매끄러움 σ' },
        help: {
          en: 'How far neighbours move together. Small values tear, large ones shift.',
          ko: '이웃한 픽셀이 함께 움직이는 범위입니다. 작으면 찢기고 크면 전체가 이동합니다.',
        },
        unit: { en: 'pixels', ko: '픽셀' },
      },
      fillOption,
      probabilityOption(1),
    ],
  },

  draw: (random, { alpha, sigma, fill }) => ({ alpha, sigma, fill, seed: random.nextUint32() }),

  describe: () => ({ en: 'distorted', ko: '뒤틀림' }),

  apply(image, { alpha, sigma, fill, seed }, scratch) {
    const { pixels, channels, height, width } = image;
    const [horizontal, vertical, spare] = scratch.planes;
    const kernel = gaussianKernel(sigma, Math.floor(TRUNCATE * sigma + 0.5));
    const random = randomAt({ seed, stream: 'augment' });
    for (const field of [horizontal, vertical]) {
      fillUniform(random, field, -1, 1);
      smooth(field, spare, kernel, image);
    }
    displace(pixels, { channels, height, width }, alpha, fill, scratch);
  },
};

function smooth(
  field: Float32Array,
  spare: Float32Array,
  kernel: Float64Array,
  { height, width }: ImageSize,
): void {
  const rows = { length: width, count: height, step: 1, stride: width };
  convolveLines(field, spare, 0, rows, kernel, 'zero');
  const columns = { length: height, count: width, step: width, stride: 1 };
  convolveLines(spare, field, 0, columns, kernel, 'zero');
}

function displace(
  pixels: Float32Array,
  { channels, height, width }: ImageSize,
  alpha: number,
  fill: number,
  { image, planes: [horizontal, vertical] }: Scratch,
): void {
  const plane = height * width;
  image.set(pixels);
  for (let place = 0; place < plane; place++) {
    const x = (place % width) + alpha * horizontal[place];
    const y = Math.floor(place / width) + alpha * vertical[place];
    for (let channel = 0; channel < channels; channel++) {
      const offset = channel * plane;
      pixels[offset + place] = bilinear(image, offset, height, width, x, y, fill);
    }
  }
}

import { randomAt } from '../../random/randomAt.ts';
import { probabilityOption } from '../commonOptions.ts';
import { roundedText } from '../roundedText.ts';
import type { PixelAugmentation } from './ImageAugmentation.ts';

/**
 * Adds to every value of every channel its own n ~ N(0, (255 σ)²).
 *
 * Shape kept. The drawn `seed` stands for the noise of the whole picture. As torchvision's
 * GaussianNoise(0, sigma), whose pictures reach from 0 to 1.
 */
export const GaussianNoise: PixelAugmentation<{ sigma: number }, { sigma: number; seed: number }> =
  {
    kind: 'pixels',
    descriptor: {
      type: 'GaussianNoise',
      family: 'noise',
      summary: {
        en: 'Adds noise to every pixel, as a sensor in poor light does.',
        ko: '어두운 곳의 이미지 센서처럼 모든 픽셀에 잡음을 더합니다.',
      },
      equation: 'x ← x + 255 n, n ~ N(0, σ²)',
      options: [
        {
          name: 'sigma',
          kind: 'number',
          default: 0.1,
          range: { minimum: 0, maximum: 1 },
          label: { en: 'Standard deviation σ', ko: '표준편차 σ' },
          help: {
            en: 'How strong the noise is, as a share of the range from black to white.',
            ko: '검은색에서 흰색까지의 범위에 대한 잡음의 세기입니다.',
          },
          unit: { en: 'of the range', ko: '범위 대비' },
        },
        probabilityOption(1),
      ],
    },

    draw: (random, { sigma }) => ({ sigma, seed: random.nextUint32() }),

    describe({ sigma }) {
      const text = roundedText(sigma, 3);
      return { en: `noise σ ${text}`, ko: `잡음 σ ${text}` };
    },

    apply({ pixels }, { sigma, seed }) {
      const random = randomAt({ seed, stream: 'augment' });
      const deviation = 255 * sigma;
      for (let i = 0; i < pixels.length; i++) pixels[i] += deviation * random.nextNormal();
    },
  };

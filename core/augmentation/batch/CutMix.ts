import { probabilityOption } from '../commonOptions.ts';
import { roundedText } from '../roundedText.ts';
import { alphaOption } from './alphaOption.ts';
import type { BatchAugmentation } from './BatchAugmentation.ts';
import { drawSymmetricBeta } from './beta.ts';

type CutMixDrawn = { lambda: number; left: number; top: number; width: number; height: number };

/**
 * Pastes a box of another picture and shares the loss by area: r ~ Beta(α, α), a box of sides √(1 −
 * r) of the picture's about a uniform centre, cut off at the rim; λ is the area that is left.
 *
 * Shape: [channels, height, width]. As torchvision's CutMix(alpha), which draws one box for the whole
 * minibatch.
 * Source: Yun et al., "CutMix: regularization strategy to train strong classifiers", 2019.
 */
export const CutMix: BatchAugmentation<{ alpha: number }, CutMixDrawn> = {
  kind: 'batch',
  descriptor: {
    type: 'CutMix',
    family: 'mixing',
    summary: {
      en: 'Pastes a box of another picture of the minibatch and shares the loss by area.',
      ko: '미니배치의 다른 그림에서 한 조각을 붙이고 손실을 넓이 비율로 나눕니다.',
    },
    equation: 'λ = 1 − box area / area, L = λ L(y₁) + (1 − λ) L(y₂)',
    options: [alphaOption, probabilityOption(1)],
  },

  refusal: (_options, sampleShape) =>
    sampleShape.length === 3
      ? null
      : 'CutMix cuts a box out of pictures, and the samples of this dataset are none.',

  draw(random, { alpha }, [, rows, columns]) {
    const half = Math.sqrt(1 - drawSymmetricBeta(random, alpha)) / 2;
    const [x, y] = [random.nextBelow(columns), random.nextBelow(rows)];
    const [reachX, reachY] = [Math.floor(half * columns), Math.floor(half * rows)];
    const left = Math.max(0, x - reachX);
    const top = Math.max(0, y - reachY);
    const width = Math.min(columns, x + reachX) - left;
    const height = Math.min(rows, y + reachY) - top;
    return { lambda: 1 - (width * height) / (columns * rows), left, top, width, height };
  },

  describe({ lambda, width, height }) {
    const [box, share] = [`${width}×${height}`, roundedText(100 * lambda, 0)];
    return { en: `pasted ${box}, keeps ${share}\u00a0%`, ko: `${box} 붙임, 원본 ${share}%` };
  },

  apply(sample, partner, { left, top, width, height }, [channels, rows, columns]) {
    for (let channel = 0; channel < channels; channel++) {
      for (let row = top; row < top + height; row++) {
        const start = (channel * rows + row) * columns + left;
        sample.set(partner.subarray(start, start + width), start);
      }
    }
  },
};

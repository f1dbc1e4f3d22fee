import { probabilityOption } from '../commonOptions.ts';
import { roundedText } from '../roundedText.ts';
import { alphaOption } from './alphaOption.ts';
import type { BatchAugmentation } from './BatchAugmentation.ts';
import { drawSymmetricBeta } from './beta.ts';

/**
 * Averages two samples and their losses: x ← λ x₁ + (1 − λ) x₂, λ ~ Beta(α, α).
 *
 * Shape: any input of real numbers; on the model's inputs, behind preprocessing. As torchvision's
 * MixUp(alpha), which draws one λ for the whole minibatch.
 * Source: Zhang et al., "mixup: beyond empirical risk minimization", 2017.
 */
export const MixUp: BatchAugmentation<{ alpha: number }, { lambda: number }> = {
  kind: 'batch',
  descriptor: {
    type: 'MixUp',
    family: 'mixing',
    summary: {
      en: 'Averages each sample with another one of the minibatch, and the losses with them.',
      ko: '각 샘플을 미니배치의 다른 샘플과 섞고 손실도 같은 비율로 섞습니다.',
    },
    equation: 'x = λ x₁ + (1 − λ) x₂, L = λ L(y₁) + (1 − λ) L(y₂), λ ~ Beta(α, α)',
    options: [alphaOption, probabilityOption(1)],
  },

  draw: (random, { alpha }) => ({ lambda: drawSymmetricBeta(random, alpha) }),

  describe({ lambda }) {
    const share = roundedText(100 * lambda, 0);
    return { en: `mixed, keeps ${share}\u00a0%`, ko: `섞음, 원본 ${share}%` };
  },

  apply(sample, partner, { lambda }) {
    for (let i = 0; i < sample.length; i++) {
      sample[i] = lambda * sample[i] + (1 - lambda) * partner[i];
    }
  },
};

import { maximum, minimum } from '../graph/ops.ts';
import type { ClippingDefinition } from './ClippingDefinition.ts';

type ClipGradValueOptions = { clipValue: number };

/**
 * Caps every entry of the gradient by itself: g ← min(max(g, −c), c). Its direction may change.
 *
 * As torch.nn.utils.clip_grad_value_.
 */
export const ClipGradValue: ClippingDefinition<ClipGradValueOptions> = {
  descriptor: {
    type: 'ClipGradValue',
    family: 'gradient clipping',
    summary: {
      en: 'Caps every entry of the gradient by itself; its direction may change.',
      ko: '그래디언트의 각 값을 따로 제한하며, 방향이 바뀔 수 있습니다.',
    },
    equation: 'g ← min(max(g, −c), c)',
    options: [
      {
        name: 'clipValue',
        kind: 'number',
        default: 1,
        range: { minimum: 0, minimumExclusive: true },
        label: { en: 'Largest value c', ko: '최댓값 c' },
        help: {
          en: 'The size that each entry of the gradient may have.',
          ko: '그래디언트의 각 값이 가질 수 있는 최대 크기입니다.',
        },
      },
    ],
  },

  clip: (gradients, { clipValue }) =>
    gradients.map((gradient) => minimum(maximum(gradient, -clipValue), clipValue)),
};

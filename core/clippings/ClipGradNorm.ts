import { norm } from '../graph/norm.ts';
import { add, divide, minimum, multiply } from '../graph/ops.ts';
import type { ClippingDefinition } from './ClippingDefinition.ts';

type ClipGradNormOptions = { maxNorm: number };

/** PyTorch's, against a division by zero; the clipped norm ends a little below maxNorm. */
const EPS = 1e-6;

/**
 * Shortens the gradient of all parameters together to at most maxNorm, keeping its direction:
 * g ← g · min(1, maxNorm / (‖g‖₂ + 10⁻⁶)).
 *
 * As torch.nn.utils.clip_grad_norm_ with norm_type 2. Two passes over each gradient.
 * Source: Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent networks", 2013.
 */
export const ClipGradNorm: ClippingDefinition<ClipGradNormOptions> = {
  descriptor: {
    type: 'ClipGradNorm',
    family: 'gradient clipping',
    summary: {
      en: 'Shortens the whole gradient where it is too long; its direction stays.',
      ko: '그래디언트 전체가 너무 길면 방향은 그대로 두고 길이만 줄입니다.',
    },
    equation: 'g ← g · min(1, c / ‖g‖)',
    options: [
      {
        name: 'maxNorm',
        kind: 'number',
        default: 1,
        range: { minimum: 0, minimumExclusive: true },
        label: { en: 'Largest norm c', ko: '최대 노름 c' },
        help: {
          en: 'The length that the gradient of all parameters together may have.',
          ko: '모든 파라미터의 그래디언트를 합친 벡터가 가질 수 있는 최대 길이입니다.',
        },
      },
    ],
  },

  clip(gradients, { maxNorm }) {
    const factor = minimum(divide(maxNorm, add(norm(gradients), EPS)), 1);
    return gradients.map((gradient) => multiply(gradient, factor));
  },
};

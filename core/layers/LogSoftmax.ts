import { logSoftmax } from '../graph/ops.ts';
import type { LayerDefinition } from './LayerDefinition.ts';
import { type SoftmaxOptions, softmaxDim, softmaxShape } from './softmaxDim.ts';

/**
 * Logarithms of probabilities: yᵢ = xᵢ − log Σⱼ e^(xⱼ) along axis `dim`, computed without overflow.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'LogSoftmax' } turns [0, 0] into [-0.693, -0.693]. Taken twice it changes
 * nothing more, so CrossEntropyLoss behind it gives the same loss as without it.
 */
export const LogSoftmax: LayerDefinition<SoftmaxOptions> = {
  descriptor: {
    type: 'LogSoftmax',
    family: 'activation',
    summary: {
      en: 'Logarithms of probabilities that sum to 1, which stay exact where probabilities vanish.',
      ko: '합이 1인 확률의 로그를 냅니다. 확률이 0에 가까워도 정확합니다.',
    },
    equation: 'yᵢ = xᵢ − log Σⱼ e^(xⱼ)',
    options: [softmaxDim],
  },
  outputShape: (options, inputShape) => softmaxShape('LogSoftmax', options, inputShape),
  forward: (_context, x, { dim }) => logSoftmax(x, dim),
};

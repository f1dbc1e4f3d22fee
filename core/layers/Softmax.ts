import { exp, logSoftmax } from '../graph/ops.ts';
import type { LayerDefinition } from './LayerDefinition.ts';
import { type SoftmaxOptions, softmaxDim, softmaxShape } from './softmaxDim.ts';

/**
 * Makes probabilities of numbers: yᵢ = e^(xᵢ) / Σⱼ e^(xⱼ) along axis `dim`, computed without
 * overflow.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training and inference: the same.
 * Example: { type: 'Softmax' } turns [0, 0, log 2] into [0.25, 0.25, 0.5]. CrossEntropyLoss takes
 * logits and does this itself: in front of it this layer is a mistake.
 */
export const Softmax: LayerDefinition<SoftmaxOptions> = {
  descriptor: {
    type: 'Softmax',
    family: 'activation',
    summary: {
      en: 'Makes probabilities that sum to 1. CrossEntropyLoss does this itself: not in front of it.',
      ko: '합이 1인 확률로 바꿉니다. CrossEntropyLoss가 스스로 하는 일이므로 그 앞에는 쓰지 않습니다.',
    },
    equation: 'yᵢ = e^(xᵢ) / Σⱼ e^(xⱼ)',
    options: [softmaxDim],
  },
  outputShape: (options, inputShape) => softmaxShape('Softmax', options, inputShape),
  forward: (_context, x, { dim }) => exp(logSoftmax(x, dim)),
};

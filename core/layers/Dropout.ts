import { multiply } from '../graph/ops.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

type DropoutOptions = { p: number; scaling: string };

/**
 * Drops every node with probability p, drawn anew for each minibatch: y = m · x.
 *
 * Shape: [N, *] → [N, *].
 * Learns: nothing.
 * Training: `inverted` (PyTorch) has m = 1/(1 − p) for a kept node, `classic` (the first paper) has
 * m = 1; m = 0 for a dropped one. Inference: nothing is dropped; `inverted` gives y = x, `classic`
 * y = (1 − p) x. Both have the same expected output in both modes, up to that factor.
 * Example: { type: 'Dropout', options: { p: 0.2 } } zeroes a fifth of the nodes.
 * Source: Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting",
 * 2014.
 */
export const Dropout: LayerDefinition<DropoutOptions> = {
  descriptor: {
    type: 'Dropout',
    family: 'regularization',
    summary: {
      en: 'Drops nodes at random in training, so that the network cannot rely on any single one.',
      ko: '학습할 때 노드를 임의로 드롭하여 신경망이 특정 노드에 의존하지 않게 합니다.',
    },
    equation: 'training: y = m x / (1 − p), m ~ Bernoulli(1 − p); inference: y = x',
    options: [
      {
        name: 'p',
        kind: 'number',
        default: 0.5,
        range: { minimum: 0, maximum: 1, maximumExclusive: true },
        label: { en: 'Drop probability', ko: '드롭 확률' },
        help: {
          en: 'Probability that a node is dropped. More regularizes more and converges more slowly.',
          ko: '노드가 드롭될 확률입니다. 크게 하면 정규화 효과가 커지지만 수렴이 느려집니다.',
        },
      },
      {
        name: 'scaling',
        kind: 'choice',
        default: 'inverted',
        choices: ['inverted', 'classic'],
        label: { en: 'Scaling', ko: '스케일 조정' },
        help: {
          en: 'inverted: kept nodes are divided by (1 − p) in training. classic: outputs are multiplied by (1 − p) at inference.',
          ko: 'inverted: 학습할 때 남은 노드를 (1 − p)로 나눕니다. classic: 추론할 때 출력에 (1 − p)를 곱합니다.',
        },
      },
    ],
  },
  outputShape: (_options, inputShape) => inputShape,
  forward(context, x, { p, scaling }) {
    if (p === 0) return x;
    const keep = 1 - p;
    const classic = scaling === 'classic';
    if (context.mode === 'inference') return classic ? multiply(x, keep) : x;
    return multiply(x, context.noise(x.shape, { keep, value: classic ? 1 : 1 / keep }));
  },
};

import { add, constant, logSoftmax, multiply, negate, oneHot, sum } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';
import type { LossDefinition } from './LossDefinition.ts';

type CrossEntropyOptions = { weight: number[]; labelSmoothing: number };

/**
 * How surprised the predicted probabilities p = softmax(output) are by the target distribution:
 * −Σₖ wₖ qₖ log pₖ with qₖ = (1 − ε) [k = t] + ε/K.
 *
 * Shape: output [N, K] logits (not probabilities: it holds the softmax itself), target [N] class
 * indices → [N]. The minibatch's loss is Σᵢ Lᵢ / Σᵢ w_tᵢ, the plain mean without class weights, as
 * in PyTorch. In nats: K equally likely classes give ln K.
 * Label smoothing ε: Szegedy et al., "Rethinking the Inception architecture", 2016.
 */
export const CrossEntropyLoss: LossDefinition<CrossEntropyOptions> = {
  descriptor: {
    type: 'CrossEntropyLoss',
    family: 'classification',
    summary: {
      en: 'Punishes small probabilities of the true class. Takes logits: no Softmax in front of it.',
      ko: '정답 클래스의 확률이 낮을수록 커집니다. 로짓을 입력받으므로 앞에 Softmax를 두지 않습니다.',
    },
    equation: 'L = −(1/N) Σᵢ log softmax(zᵢ)[tᵢ]',
    options: [
      {
        name: 'weight',
        kind: 'numbers',
        default: [],
        range: { minimum: 0, minimumExclusive: true },
        label: { en: 'Class weights', ko: '클래스 가중치' },
        help: {
          en: 'How much each class counts, in the order of the labels; helps rare classes. Empty: all the same.',
          ko: '레이블 순서대로 각 클래스의 비중을 정하며, 드문 클래스에 도움이 됩니다. 비우면 모두 같습니다.',
        },
      },
      {
        name: 'labelSmoothing',
        kind: 'number',
        default: 0,
        range: { minimum: 0, maximum: 1 },
        label: { en: 'Label smoothing ε', ko: '레이블 스무딩 ε' },
        help: {
          en: 'Spreads this share of the target over all classes, against overconfidence.',
          ko: '타깃의 이 비율만큼을 모든 클래스에 고르게 나누어 과신을 막습니다.',
        },
      },
    ],
  },
  targets: ['class'],

  refusal: ({ weight }, outputs) =>
    weight.length > 0 && weight.length !== outputs
      ? `CrossEntropyLoss weight must hold one number per class, ${outputs}. ` +
        `Received ${weight.length}.`
      : null,

  perSample(output, target, { weight, labelSmoothing }) {
    const classes = output.shape[1];
    const isTarget = oneHot(target, classes);
    const smoothed =
      labelSmoothing === 0
        ? isTarget
        : add(multiply(isTarget, 1 - labelSmoothing), labelSmoothing / classes);
    const expected = weight.length === 0 ? smoothed : multiply(smoothed, rowOf(weight));
    return negate(sum(multiply(logSoftmax(output), expected), { axes: [1] }));
  },

  sampleWeights: (output, target, { weight }) =>
    weight.length === 0
      ? null
      : sum(multiply(oneHot(target, output.shape[1]), rowOf(weight)), { axes: [1] }),
};

const rowOf = (weight: readonly number[]): Tensor => constant(weight, [1, weight.length]);

import { logSoftmax, multiply, negate, oneHot, sum } from '../graph/ops.ts';
import type { LossDefinition } from './LossDefinition.ts';

/**
 * How surprised the predicted probabilities are by the true class: −log softmax(output)[target].
 *
 * Shape: output [N, K] logits (not probabilities: it holds the softmax itself), target [N] class
 * indices → [N]. The minibatch's loss is the mean. In nats: K equally likely classes give ln K.
 */
export const CrossEntropyLoss: LossDefinition = {
  descriptor: {
    type: 'CrossEntropyLoss',
    family: 'classification',
    summary: {
      en: 'Punishes small probabilities of the true class. Takes logits: no Softmax in front of it.',
      ko: '정답 클래스의 확률이 낮을수록 커집니다. 로짓을 입력받으므로 앞에 Softmax를 두지 않습니다.',
    },
    equation: 'L = −(1/N) Σᵢ log softmax(zᵢ)[tᵢ]',
    options: [],
  },
  targets: ['class'],
  perSample(output, target) {
    const ofTarget = multiply(logSoftmax(output), oneHot(target, output.shape[1]));
    return negate(sum(ofTarget, { axes: [1] }));
  },
};

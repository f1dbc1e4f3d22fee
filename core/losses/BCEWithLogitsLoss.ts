import { abs, add, exp, log, maximum, mean, multiply, negate, subtract } from '../graph/ops.ts';
import { expectedRows } from './expectedRows.ts';
import type { LossDefinition } from './LossDefinition.ts';

/**
 * Binary cross entropy of each output by itself: −t log σ(z) − (1 − t) log(1 − σ(z)).
 *
 * Shape: output [N, 1] logits with target [N] numbers in [0, 1]; or output [N, K] logits with
 * target [N] class indices, which become one-hot rows [N, K]: K questions "is it this class?", each
 * with its own sigmoid. Two classes have two logits too, so that every classifier of the studio
 * ends in one logit per class. → [N], the mean over the outputs, in nats.
 *
 * Written as max(z, 0) − z t + log(1 + e^−|z|), which neither overflows nor vanishes. `maximum`
 * shares the gradient of a tie, so at z = 0 it is σ(0) − t.
 */
export const BCEWithLogitsLoss: LossDefinition = {
  descriptor: {
    type: 'BCEWithLogitsLoss',
    family: 'classification',
    summary: {
      en: 'Asks of each output alone: yes or no? Takes logits: no Sigmoid in front of it.',
      ko: '출력마다 예/아니오를 따로 묻는 손실입니다. 로짓을 입력받으므로 앞에 Sigmoid를 두지 않습니다.',
    },
    equation: 'L = −mean(t log σ(z) + (1 − t) log(1 − σ(z)))',
    options: [],
  },
  targets: ['number', 'class'],
  targetRange: { minimum: 0, maximum: 1 },
  perSample(output, target) {
    const expected = expectedRows(output, target);
    const softplus = add(maximum(output, 0), log(add(exp(negate(abs(output))), 1)));
    return mean(subtract(softplus, multiply(output, expected)), { axes: [1] });
  },
};

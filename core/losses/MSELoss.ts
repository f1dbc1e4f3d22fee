import { mean, multiply, subtract } from '../graph/ops.ts';
import { expectedRows } from './expectedRows.ts';
import type { LossDefinition } from './LossDefinition.ts';

/**
 * The squared error: mean over the outputs of (output − target)².
 *
 * Shape: output [N, 1] with target [N] numbers, or output [N, K] with target [N] class indices,
 * which become one-hot rows [N, K]; → [N]. The minibatch's loss is the mean, so it is PyTorch's
 * mean over all elements. In the squared unit of the target.
 */
export const MSELoss: LossDefinition = {
  descriptor: {
    type: 'MSELoss',
    family: 'regression',
    summary: {
      en: 'The mean squared distance from the target. Class targets become one-hot rows.',
      ko: '타깃과의 차이를 제곱하여 평균한 값입니다. 클래스 타깃은 원-핫 벡터로 바뀝니다.',
    },
    equation: 'L = (1/NK) Σᵢₖ (yᵢₖ − tᵢₖ)²',
    options: [],
  },
  targets: ['number', 'class'],
  perSample(output, target) {
    const error = subtract(output, expectedRows(output, target));
    return mean(multiply(error, error), { axes: [1] });
  },
};

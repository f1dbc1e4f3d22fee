import { abs, mean, subtract } from '../graph/ops.ts';
import { expectedRows } from './expectedRows.ts';
import type { LossDefinition } from './LossDefinition.ts';

/**
 * The absolute error: mean over the outputs of |output − target|.
 *
 * Shape: as MSELoss. In the unit of the target. Its gradient has the same size however small the
 * error, and is 0 where there is none.
 */
export const L1Loss: LossDefinition = {
  descriptor: {
    type: 'L1Loss',
    family: 'regression',
    summary: {
      en: 'The mean distance from the target: outliers weigh no more than their distance.',
      ko: '타깃과의 차이의 절댓값을 평균한 값으로, 이상치의 영향이 제곱 오차보다 작습니다.',
    },
    equation: 'L = (1/NK) Σᵢₖ |yᵢₖ − tᵢₖ|',
    options: [],
  },
  targets: ['number', 'class'],
  perSample(output, target) {
    return mean(abs(subtract(output, expectedRows(output, target))), { axes: [1] });
  },
};

import { abs, divide, mean, subtract } from '../graph/ops.ts';
import { expectedRows } from './expectedRows.ts';
import { huber } from './huber.ts';
import type { LossDefinition } from './LossDefinition.ts';

type SmoothL1Options = { beta: number };

/**
 * The absolute error with its corner rounded off: d²/(2β) for |d| < β, else |d| − β/2, with d =
 * output − target; the mean over the outputs. β = 0 is L1Loss.
 *
 * Shape: as MSELoss. In the unit of the target. Huber's loss divided by β, so its slope far from
 * the target is 1.
 * Source: Girshick, "Fast R-CNN", 2015.
 */
export const SmoothL1Loss: LossDefinition<SmoothL1Options> = {
  descriptor: {
    type: 'SmoothL1Loss',
    family: 'regression',
    summary: {
      en: 'Squared near the target, absolute far from it: robust to outliers, smooth at the end.',
      ko: '타깃 가까이에서는 제곱, 멀리서는 절댓값 오차를 써서 이상치에 강하고 끝이 매끄럽습니다.',
    },
    equation: 'L = mean(d² / 2β if |d| < β, else |d| − β/2)',
    options: [
      {
        name: 'beta',
        kind: 'number',
        default: 1,
        range: { minimum: 0 },
        label: { en: 'Beta β', ko: '베타 β' },
        help: {
          en: 'Errors below it count squared, errors above it by their size. 0 gives L1Loss.',
          ko: '이보다 작은 오차는 제곱으로, 큰 오차는 절댓값으로 셉니다. 0이면 L1Loss와 같습니다.',
        },
        unit: { en: 'unit of the target', ko: '타깃의 단위' },
      },
    ],
  },
  targets: ['number', 'class'],
  perSample(output, target, { beta }) {
    const distance = abs(subtract(output, expectedRows(output, target)));
    if (beta === 0) return mean(distance, { axes: [1] });
    return mean(divide(huber(distance, beta), beta), { axes: [1] });
  },
};

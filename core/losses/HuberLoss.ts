import { abs, mean, subtract } from '../graph/ops.ts';
import { expectedRows } from './expectedRows.ts';
import { huber } from './huber.ts';
import type { LossDefinition } from './LossDefinition.ts';

type HuberOptions = { delta: number };

/**
 * d²/2 for |d| ≤ δ, else δ (|d| − δ/2), with d = output − target; the mean over the outputs.
 *
 * Shape: as MSELoss. In the squared unit of the target. Its slope grows to δ and stays there.
 * Source: Huber, "Robust estimation of a location parameter", 1964.
 */
export const HuberLoss: LossDefinition<HuberOptions> = {
  descriptor: {
    type: 'HuberLoss',
    family: 'regression',
    summary: {
      en: 'The squared error, but beyond δ it grows in a straight line: robust to outliers.',
      ko: '제곱 오차를 쓰되 δ를 넘으면 직선으로 커져 이상치에 강한 손실입니다.',
    },
    equation: 'L = mean(d²/2 if |d| ≤ δ, else δ (|d| − δ/2))',
    options: [
      {
        name: 'delta',
        kind: 'number',
        default: 1,
        range: { minimum: 0, minimumExclusive: true },
        label: { en: 'Delta δ', ko: '델타 δ' },
        help: {
          en: 'The error up to which the loss is squared.',
          ko: '손실을 제곱으로 계산하는 오차의 상한입니다.',
        },
        unit: { en: 'unit of the target', ko: '타깃의 단위' },
      },
    ],
  },
  targets: ['number', 'class'],
  perSample(output, target, { delta }) {
    const distance = abs(subtract(output, expectedRows(output, target)));
    return mean(huber(distance, delta), { axes: [1] });
  },
};

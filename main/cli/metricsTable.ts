/** Train and validation beside each other. */
import type { EpochMetrics } from '../../core/contract/RunRecord.ts';
import { formatAccuracy, formatLoss, formatTable } from './format.ts';

export function metricsTable({ epoch, train, validation }: EpochMetrics): string[] {
  return formatTable([
    [`epoch ${epoch}`, 'loss', 'accuracy'],
    ['train', formatLoss(train.loss), formatAccuracy(train.accuracy)],
    ['validation', formatLoss(validation.loss), formatAccuracy(validation.accuracy)],
  ]);
}

import type { LearningRatePoint } from '../../../../core/contract/LearningRateRange.ts';
import type { ChartSeries } from '../../../charts/ChartSeries.ts';

interface RateWords {
  readonly each: string;
  readonly smoothed: string;
}

/** The loss of each minibatch of a range test, and its running mean, over the learning rate. */
export function rateSeries(
  points: readonly LearningRatePoint[],
  words: RateWords,
): readonly ChartSeries[] {
  return [
    {
      key: 'loss',
      label: words.each,
      color: 'var(--train)',
      faint: true,
      points: points.map(({ learningRate, loss }) => ({ x: learningRate, y: loss })),
    },
    {
      key: 'smoothed',
      label: words.smoothed,
      color: 'var(--train)',
      points: points.map(({ learningRate, smoothedLoss }) => ({
        x: learningRate,
        y: smoothedLoss,
      })),
    },
  ];
}

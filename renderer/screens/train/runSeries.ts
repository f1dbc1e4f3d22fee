/** A run's history as the lines of a chart, over epochs. */
import type { ChartSeries } from '../../charts/ChartSeries.ts';
import { decimate } from '../../charts/decimate.ts';
import type { RunHistory } from '../../state/runHistory.ts';

export interface SeriesWords {
  readonly iteration: string;
  readonly train: string;
  readonly validation: string;
  readonly penalty: string;
}

/** Iteration i of n in an epoch stands at i / n epochs; an epoch's mean stands at its end. */
export function lossSeries(
  { epochs, iterations }: RunHistory,
  iterationsPerEpoch: number,
  words: SeriesWords,
  maximumIterations = Number.POSITIVE_INFINITY,
): ChartSeries[] {
  const shown = decimate(
    iterations,
    maximumIterations,
    ({ iteration }) => iteration,
    ({ loss }) => loss,
  );
  return [
    {
      key: 'iteration',
      label: words.iteration,
      color: 'var(--train)',
      faint: true,
      points: shown.map(({ iteration, loss }) => ({
        x: iteration / Math.max(iterationsPerEpoch, 1),
        y: loss,
      })),
    },
    {
      key: 'train',
      label: words.train,
      color: 'var(--train)',
      points: epochs.map(({ epoch, train }) => ({ x: epoch, y: train.loss })),
    },
    {
      key: 'validation',
      label: words.validation,
      color: 'var(--validation)',
      dash: '6 3',
      points: epochs.map(({ epoch, validation }) => ({ x: epoch, y: validation.loss })),
    },
    ...penaltySeries(epochs, words.penalty),
  ];
}

/** What weight decay adds to the loss, apart from it; nothing for a run without. */
function penaltySeries(epochs: RunHistory['epochs'], label: string): ChartSeries[] {
  const points = epochs.flatMap(({ epoch, penalty }) =>
    penalty === null ? [] : [{ x: epoch, y: penalty }],
  );
  return points.length === 0
    ? []
    : [{ key: 'penalty', label, color: 'var(--series-4)', dash: '2 3', points }];
}

interface GradientWords {
  readonly epoch: string;
  readonly iteration: string;
}

/** Of every iteration where it is tracked, and at the end of epochs where the guards looked. */
export function gradientSeries(
  { epochs, iterations }: RunHistory,
  iterationsPerEpoch: number,
  words: GradientWords,
  maximum: number,
): ChartSeries[] {
  const tracked = iterations.flatMap(({ iteration, gradientNorm }) =>
    gradientNorm === null
      ? []
      : [{ x: iteration / Math.max(iterationsPerEpoch, 1), y: gradientNorm }],
  );
  const seen = epochs.flatMap(({ epoch, gradientNorm }) =>
    gradientNorm === null ? [] : [{ x: epoch, y: gradientNorm }],
  );
  const color = 'var(--series-2)';
  const shown = decimate(
    tracked,
    maximum,
    ({ x }) => x,
    ({ y }) => y,
  );
  return [
    { key: 'iteration', label: words.iteration, color, faint: true, points: shown },
    { key: 'epoch', label: words.epoch, color, points: seen },
  ].filter(({ points }) => points.length > 0);
}

/** Of every iteration, over epochs as the loss is. */
export function learningRateSeries(
  iterations: RunHistory['iterations'],
  iterationsPerEpoch: number,
  label: string,
  maximum: number,
): ChartSeries {
  const shown = decimate(
    iterations,
    maximum,
    ({ iteration }) => iteration,
    ({ learningRate }) => learningRate,
  );
  return {
    key: 'learningRate',
    label,
    color: 'var(--series-3)',
    points: shown.map(({ iteration, learningRate }) => ({
      x: iteration / Math.max(iterationsPerEpoch, 1),
      y: learningRate,
    })),
  };
}

export function accuracySeries(epochs: RunHistory['epochs'], words: SeriesWords): ChartSeries[] {
  return (['train', 'validation'] as const).map((split) => ({
    key: split,
    label: words[split],
    color: `var(--${split})`,
    ...(split === 'validation' ? { dash: '6 3' } : {}),
    points: epochs.map((metrics) => ({
      x: metrics.epoch,
      y: metrics[split].accuracy ?? Number.NaN,
    })),
  }));
}

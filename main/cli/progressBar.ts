/** The one line that shows a running training on a screen. */
import type { EpochMetrics, RunProgress } from '../../core/contract/RunRecord.ts';
import { formatAccuracy, formatCount, formatDuration, formatLoss } from './format.ts';

const BAR_WIDTH = 24;

export function progressBar(
  progress: RunProgress,
  last: EpochMetrics | null,
  columns: number,
): string {
  const { epoch, epochs, iteration, iterations, samplesPerSecond, secondsLeft } = progress;
  const share = iterations === 0 ? 0 : iteration / iterations;
  const filled = Math.round(share * BAR_WIDTH);
  const parts = [
    `epoch ${String(epoch).padStart(String(epochs).length)}/${epochs}`,
    `${'━'.repeat(filled)}${'─'.repeat(BAR_WIDTH - filled)} ${Math.floor(100 * share)} %`,
    secondsLeft === null ? '' : `${formatDuration(secondsLeft)} left`,
    last ? `validation ${measured(last)}` : '',
    samplesPerSecond > 0 ? `${formatCount(samplesPerSecond)} samples/s` : '',
  ];
  // A line that wraps cannot be replaced.
  return parts
    .filter((part) => part !== '')
    .join('  ')
    .slice(0, Math.max(0, columns - 1));
}

function measured({ validation }: EpochMetrics): string {
  return validation.accuracy === null
    ? `loss ${formatLoss(validation.loss)}`
    : formatAccuracy(validation.accuracy);
}

import type { ExecutorInfo } from '../../core/contract/RunRecord.ts';
import { formatCount } from './format.ts';

/** What computes, and by how much it was the fastest where it was chosen by measuring. */
export function describeExecutor(executor: ExecutorInfo | null): string {
  if (!executor) return '–';
  const { detail, timings = [] } = executor;
  if (timings.length === 0) return detail;
  const speeds = timings.map(
    (tried) => `${tried.detail}: ${formatCount(tried.iterationsPerSecond)}`,
  );
  return `${detail} (iterations a second: ${speeds.join('; ')})`;
}

import { GpuBackend } from '../../core/contract/DeviceProblem.ts';
import { passedOverKeys } from '../../core/contract/PassedOver.ts';
import type { EarlierExecutor, ExecutorInfo } from '../../core/contract/RunRecord.ts';
import { describeDeviceProblem } from './describeDeviceProblem.ts';
import { formatCount } from './format.ts';

/**
 * What computes, why it is not the GPU where that was wanted, and by how much it was the fastest where
 * it was chosen by measuring.
 */
export function describeExecutor(executor: ExecutorInfo | null): string {
  if (!executor) return '–';
  const { detail, insteadOfGpu } = executor;
  const ways = GpuBackend.options.flatMap((way) => executor[passedOverKeys[way]] ?? []);
  const problems = ways.length > 0 || !insteadOfGpu ? ways : [insteadOfGpu];
  const why = problems.map(describeDeviceProblem).join('; ');
  const because = insteadOfGpu ? ', because no GPU can be used: ' : ', because ';
  return `${detail}${why && because + why}${describeTimings(executor)}`;
}

function describeTimings({ timings = [], measurement }: ExecutorInfo): string {
  if (timings.length === 0) return '';
  const speeds = timings.map(
    (tried) => `${tried.detail}: ${formatCount(tried.iterationsPerSecond)}`,
  );
  const [first, second] = timings;
  const ratio = first && second && first.iterationsPerSecond / second.iterationsPerSecond;
  const faster = ratio && Number.isFinite(ratio) ? `; ${ratio.toFixed(1)} times as fast` : '';
  const cost = measurement
    ? `; ${measurement.isRemembered ? 'remembered from an equal run' : `measured in ${measurement.seconds.toFixed(1)} s`}`
    : '';
  return ` (iterations a second: ${speeds.join('; ')}${faster}${cost})`;
}

/** Of each executor that trained a part of the run before: what became of it, and where. */
export function describeEarlier({ detail, until, problem }: EarlierExecutor): string {
  const what = problem ? `failed: ${describeDeviceProblem(problem)}` : 'was interrupted';
  const kept =
    until.iteration === 0
      ? 'Nothing of it is kept.'
      : `Iterations up to ${formatCount(until.iteration)} (epoch ${until.epoch}) are its.`;
  return `${detail} ${what}. ${kept}`;
}

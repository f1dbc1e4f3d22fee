import type { Executor } from '../executors/Executor.ts';
import { rawSample } from '../preprocessing/RawInput.ts';
import type { ModelFile } from './ModelFile.ts';
import { modelOutputs } from './modelOutputs.ts';

export interface Verification {
  /** Whether every output fits. */
  readonly passed: boolean;
  /** Test vectors that were run; 0 proves nothing. */
  readonly samples: number;
  readonly tolerance: number;
  /**
   * max |received − expected| / max(1, largest |expected| of the sample); NaN counts as Infinity.
   */
  readonly largestDifference: number;
  /** Position of the worst sample among the test vectors, null without any. */
  readonly worstSample: number | null;
}

/** Runs a model on the test vectors in its own file and compares. */
export async function verifyModel(file: ModelFile, executor: Executor): Promise<Verification> {
  const { samples, tolerance } = file.testVectors;
  const inputs = samples.map(({ input }) => rawSample(file.input.kind, input));
  const outputs = await modelOutputs(file, inputs, executor);
  const differences = samples.map(({ output }, sample) => differenceOf(outputs[sample], output));
  const largestDifference = Math.max(0, ...differences);
  return {
    passed: samples.length > 0 && largestDifference <= tolerance,
    samples: samples.length,
    tolerance,
    largestDifference,
    worstSample: samples.length === 0 ? null : differences.indexOf(largestDifference),
  };
}

/** Without spreading values into arguments: an output may be longer than a call stack. */
function differenceOf(received: ArrayLike<number>, expected: readonly number[]): number {
  const largest = (values: readonly number[]) =>
    values.reduce((most, value) => Math.max(most, value), 0);
  const scale = Math.max(1, largest(expected.map(Math.abs)));
  const difference = largest(expected.map((value, index) => Math.abs(received[index] - value)));
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference / scale;
}

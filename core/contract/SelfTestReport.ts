/** Ten training steps of a small fixed network on each executor, held against float64 on plain loops. */
import { z } from 'zod';
import { DeviceProblem, GpuBackend } from './DeviceProblem.ts';
import { Measured } from './primitives.ts';

export const SelfTestResult = z.strictObject({
  executor: z.enum(['reference', 'onnx', 'gpujs']),
  /** Of the GPU's. */
  backend: GpuBackend.optional(),
  detail: z.string(),
  /**
   * max |x − x₆₄| / max(1, |x₆₄|) over all losses, parameters and optimizer state behind the last
   * step. Null where the executor did not get that far.
   */
  largestDifference: Measured.nullable(),
  stepsPerSecond: z.number().nonnegative().nullable(),
  /** Why it did not compute; null where it did. */
  problem: DeviceProblem.nullable(),
});
export type SelfTestResult = z.infer<typeof SelfTestResult>;

export const SelfTestReport = z.strictObject({
  steps: z.number().int().positive(),
  /** An executor agrees whose largest difference is no larger. */
  bar: z.number().positive(),
  results: z.array(SelfTestResult),
});
export type SelfTestReport = z.infer<typeof SelfTestReport>;

/** How sessions run. Each choice was measured; docs/benchmarks.md has the numbers. */
import type { InferenceSession } from 'onnxruntime-common';

export type SessionOptions = InferenceSession.SessionOptions;

export function sessionOptions(threads: number): SessionOptions {
  return {
    executionProviders: ['cpu'],
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // 3 is "error": warnings go to stderr, and speak of node names that no user has seen.
    logSeverityLevel: 3,
    extra: {
      // A spinning thread takes the core that assembles the next minibatches.
      session: { intra_op: { allow_spinning: '0' } },
      // gemmFactors.ts turns factors on purpose. Filters change with every step, so what is left of
      // the layout for convolutions is to turn images around every pool.
      optimization: {
        disable_specified_optimizers: 'GemmTransposeFusion;NchwcTransformer',
      },
    },
  };
}

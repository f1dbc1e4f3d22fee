/**
 * The CPU executor: programs run in ONNX Runtime, whose kernels use the widest vectors that the
 * machine has.
 *
 * Reading order: OnnxGraph.ts (what a model is), lowerings.ts (a primitive as nodes),
 * lowerProgram.ts, lowerLoop.ts (training as one `Scan`), planUpdates.ts (large parameters
 * in blocks, small ones together), OnnxLoop.ts (the state between calls). The runtime is handed in: core loads nothing
 * native.
 *
 * A call computes on the calling thread: onnxruntime-node runs it inside a `setImmediate`, and
 * JavaScript stands still until it is done. Chunks should therefore be short enough for whoever has
 * to answer messages in between.
 */
import type { Executor } from '../Executor.ts';
import { createOnnxExecutable } from './OnnxExecutable.ts';
import { createOnnxLoop } from './OnnxLoop.ts';
import type { OrtModule } from './OrtModule.ts';
import { sessionOptions } from './sessionOptions.ts';

export interface OnnxExecutorOptions {
  /** Threads that share one operator's work; more than there are idle cores make it slower. */
  readonly threads?: number;
}

/** float32. Same program, inputs and threads: bit-identical results. */
export function onnxExecutor(ort: OrtModule, { threads = 1 }: OnnxExecutorOptions = {}): Executor {
  if (!Number.isInteger(threads) || threads < 1) {
    throw new RangeError(`Threads must be an integer of at least 1. Received ${threads}.`);
  }
  const options = sessionOptions(threads);
  return {
    name: 'onnx',
    threads,
    detail: `ONNX Runtime ${ort.env.versions.node ?? ort.env.versions.common}, CPU`,
    compile: (program) => createOnnxExecutable(ort, program, options),
    compileLoop: (step) => createOnnxLoop(ort, step, options),
  };
}

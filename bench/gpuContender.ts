/** The studio's GPU executor, over Dawn. */
import { gpuExecutor } from '../core/executors/gpujs/GpuExecutor.ts';
import { openDawn } from '../main/trainer/openDawn.ts';
import type { Contender } from './Contender.ts';
import { executorContender } from './executorContender.ts';

/** A GPU is asked less often than a processor: a chunk is one submission. */
const CHUNK_SAMPLES = 32_768;

export const gpuContender: Contender = executorContender({
  name: 'Descent, GPU.js WebGPU',
  chunkSamples: CHUNK_SAMPLES,
  async open() {
    const opened = await openDawn({ software: true });
    if ('problem' in opened) throw new Error(`No GPU can be used: ${opened.problem.code}.`);
    return gpuExecutor(opened.backend, { detail: opened.detail });
  },
});

/** The studio's CPU executor on as many threads as told, and the one that judges it. */
import { availableParallelism } from 'node:os';
import * as ort from 'onnxruntime-node';
import { onnxExecutor } from '../core/executors/onnx/OnnxExecutor.ts';
import { referenceExecutor } from '../core/executors/reference/ReferenceExecutor.ts';
import type { Contender } from './Contender.ts';
import { executorContender } from './executorContender.ts';

export const cpuContender = (name: string, threads: number): Contender =>
  executorContender({ name, open: async () => onnxExecutor(ort, { threads }) });

export const descentContender = cpuContender('Descent', 1);

const threads = availableParallelism();

export const allThreadsContender = cpuContender(`Descent, ${threads} threads`, threads);

export const referenceContender = executorContender({
  name: 'Descent, reference',
  open: async () => referenceExecutor(),
});

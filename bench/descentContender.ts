/** The studio's CPU executor on as many threads as told. */
import * as ort from 'onnxruntime-node';
import { onnxExecutor } from '../core/executors/onnx/OnnxExecutor.ts';
import type { Contender } from './Contender.ts';
import { executorContender } from './executorContender.ts';

export const cpuContender = (name: string, threads: number): Contender =>
  executorContender({ name, open: async () => onnxExecutor(ort, { threads }) });

export const descentContender = cpuContender('Descent', 1);

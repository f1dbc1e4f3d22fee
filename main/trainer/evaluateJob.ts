/** Measures a checkpoint on one split. */
import { decodeSafetensors } from '../../core/model/safetensors.ts';
import { evaluateSplit } from '../../core/training/evaluateSplit.ts';
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';

type EvaluateJob = Extract<TrainerJob, { job: 'evaluate' }>;

export async function evaluateJob(job: EvaluateJob): Promise<TrainerMessage> {
  const evaluation = await evaluateSplit({
    spec: job.spec,
    dataset: await readDatasetFile(job.dataset),
    executor: await createExecutor(job.executor),
    checkpoint: decodeSafetensors(job.checkpoint),
    split: job.split,
  });
  return { kind: 'evaluated', ...evaluation };
}

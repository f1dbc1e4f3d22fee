/** Lays open what a network makes of one sample. */
import { readFileSync } from 'node:fs';
import { readModelFile } from '../../core/model/readModelFile.ts';
import { decodeSafetensors } from '../../core/model/safetensors.ts';
import { forwardPass } from '../../core/training/inspection/forwardPass.ts';
import type { Checkpoint } from '../../core/training/TrainingEvent.ts';
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';

type ForwardPassJob = Extract<TrainerJob, { job: 'forward-pass' }>;

export async function forwardPassJob(job: ForwardPassJob): Promise<TrainerMessage> {
  const { spec, mode, split, place } = job;
  const pass = await forwardPass({
    ...{ spec, mode, split, place },
    dataset: await readDatasetFile(job.dataset),
    executor: await createExecutor(job.executor),
    weights: weightsOf(job),
  });
  return { kind: 'passed-forward', pass };
}

/** Of a run, else those of the imported model that the experiment starts from. */
function weightsOf({ checkpoint, initialModel }: ForwardPassJob): Checkpoint | null {
  if (checkpoint) return decodeSafetensors(checkpoint);
  if (initialModel === null) return null;
  const { model, weights } = readModelFile(readFileSync(initialModel, 'utf8'));
  return Object.fromEntries(
    [...model.parameters, ...model.buffers].flatMap(({ name, shape }) => {
      const data = weights[name];
      return data ? [[name, { shape, data }]] : [];
    }),
  );
}

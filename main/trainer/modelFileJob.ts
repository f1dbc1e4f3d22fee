/**
 * Makes the model file of a checkpoint; the normalisation is fitted again, on the same training
 * split.
 */
import { decodeSafetensors } from '../../core/model/safetensors.ts';
import { writeModelFile } from '../../core/model/writeModelFile.ts';
import { prepareExperiment } from '../../core/training/prepareExperiment.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';

type ModelFileJob = Extract<TrainerJob, { job: 'modelFile' }>;

export async function modelFileJob(job: ModelFileJob): Promise<TrainerMessage> {
  const { spec } = job;
  const dataset = await readDatasetFile(job.dataset);
  const { model, normalizer } = prepareExperiment(spec, dataset);
  const { kind, sampleShape, featureNames, target } = dataset;
  const weights = Object.entries(decodeSafetensors(job.checkpoint));
  const text = writeModelFile({
    input: { kind, sampleShape, featureNames, normalizer },
    output:
      target.kind === 'class'
        ? { kind: 'class', name: target.name, labels: target.labels }
        : { kind: 'number', name: target.name },
    model,
    weights: Object.fromEntries(weights.map(([name, { data }]) => [name, data])),
    provenance: {
      experiment: spec.name,
      run: job.run,
      dataset: { name: job.datasetName, hash: job.dataset.hash },
      seed: spec.seed,
      epoch: job.epoch,
      metrics: job.metrics,
      createdAt: job.createdAt,
      studio: job.version,
    },
  });
  return { kind: 'modelFile', text };
}

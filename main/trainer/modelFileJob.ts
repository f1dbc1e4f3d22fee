/** Makes the model file of a checkpoint; the normalisation is fitted again, on the same training split. */
import { makeTestVectors } from '../../core/model/makeTestVectors.ts';
import { decodeSafetensors } from '../../core/model/safetensors.ts';
import { writeModelFile } from '../../core/model/writeModelFile.ts';
import { prepareExperiment } from '../../core/training/prepareExperiment.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';

type ModelFileJob = Extract<TrainerJob, { job: 'modelFile' }>;

export async function modelFileJob(job: ModelFileJob): Promise<TrainerMessage> {
  const { spec } = job;
  const dataset = await readDatasetFile(job.dataset);
  const { model, normalizer, splits } = prepareExperiment(spec, dataset);
  const { kind, sampleShape, featureNames, target } = dataset;
  const checkpoint = Object.entries(decodeSafetensors(job.checkpoint));
  const weights = Object.fromEntries(checkpoint.map(([name, { data }]) => [name, data]));
  const input = { kind, sampleShape, featureNames, normalizer };
  const text = writeModelFile({
    input,
    output:
      target.kind === 'class'
        ? { kind: 'class', name: target.name, labels: target.labels }
        : { kind: 'number', name: target.name },
    model,
    weights,
    testVectors: await makeTestVectors({ model, weights, input }, dataset, splits.validation),
    provenance: {
      experiment: spec.name,
      run: job.run,
      dataset: { name: job.datasetName, hash: job.dataset.hash },
      splits: {
        train: splits.train.length,
        validation: splits.validation.length,
        test: splits.test.length,
      },
      seed: spec.seed,
      epoch: job.epoch,
      metrics: job.metrics,
      createdAt: job.createdAt,
      studio: job.version,
      executor: job.executorDetail,
    },
    card: { intendedUse: '', limitations: '' },
  });
  return { kind: 'modelFile', text };
}

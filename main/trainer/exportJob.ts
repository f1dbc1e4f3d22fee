/** Makes the files of an export from a checkpoint; what the run was made of is prepared again. */
import { Buffer } from 'node:buffer';
import type { Dataset } from '../../core/data/Dataset.ts';
import { countSplits } from '../../core/data/splits/countSplits.ts';
import { exportOnnx } from '../../core/model/exportOnnx.ts';
import type { ModelFile } from '../../core/model/ModelFile.ts';
import { makeTestVectors } from '../../core/model/makeTestVectors.ts';
import { pytorchProject, weightBytes } from '../../core/model/pytorch/pytorchProject.ts';
import { decodeSafetensors } from '../../core/model/safetensors.ts';
import { writeModelFile } from '../../core/model/writeModelFile.ts';
import {
  type PreparedExperiment,
  prepareExperiment,
} from '../../core/training/prepareExperiment.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';

type ExportJob = Extract<TrainerJob, { job: 'export' }>;
type Files = Record<string, Uint8Array>;

export async function exportJob(job: ExportJob): Promise<TrainerMessage> {
  const dataset = await readDatasetFile(job.dataset);
  const prepared = prepareExperiment(job.spec, dataset);
  const file = await makeModelFile(job, dataset, prepared);
  return { kind: 'exported', files: makeFiles(job, dataset, prepared, file) };
}

function makeFiles(
  { format, spec }: ExportJob,
  dataset: Dataset,
  { splits }: PreparedExperiment,
  file: ModelFile,
): Files {
  switch (format) {
    case 'json':
      return { 'model.json': Buffer.from(writeModelFile(file)) };
    case 'onnx':
      return { 'model.onnx': exportOnnx(file) };
    case 'safetensors':
      return { 'weights.safetensors': weightBytes(file) };
    case 'pytorch':
      return pytorchProject({ spec, file, dataset, splits });
    default:
      return format satisfies never;
  }
}

async function makeModelFile(
  job: ExportJob,
  dataset: Dataset,
  { model, preprocessor: input, splits }: PreparedExperiment,
): Promise<ModelFile> {
  const { target } = dataset;
  const checkpoint = Object.entries(decodeSafetensors(job.checkpoint));
  const weights = Object.fromEntries(checkpoint.map(([name, { data }]) => [name, data]));
  return {
    input,
    output:
      target.kind === 'class'
        ? { kind: 'class', name: target.name, labels: target.labels }
        : { kind: 'number', name: target.name },
    model,
    weights,
    testVectors: await makeTestVectors({ model, weights, input }, dataset, splits.validation),
    provenance: {
      experiment: job.spec.name,
      run: job.run,
      dataset: { name: job.datasetName, hash: job.dataset.hash, ...(job.fit && { fit: job.fit }) },
      splits: countSplits(splits, dataset),
      seed: job.spec.seed,
      epoch: job.epoch,
      metrics: job.metrics,
      createdAt: job.createdAt,
      studio: job.version,
      executor: job.executorDetail,
    },
    card: { intendedUse: '', limitations: '' },
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExperimentSpec } from '../../../contract/ExperimentSpec.ts';
import type { Dataset } from '../../../data/Dataset.ts';
import { denseSamples } from '../../../data/DenseSamples.ts';
import { decodeDataset } from '../../../data/decodeDataset.ts';
import { sizeOf } from '../../../graph/Tensor.ts';
import { prepareExperiment } from '../../../training/prepareExperiment.ts';
import { initializeModel } from '../../initializeModel.ts';
import type { ModelFile } from '../../ModelFile.ts';
import { makeTestVectors } from '../../makeTestVectors.ts';
import { modelSpecOf } from '../../modelSpecOf.ts';
import { tinyModelFile } from '../../testing/tinyModelFile.ts';
import type { PytorchProjectSource } from '../pytorchProject.ts';

const resources = join(import.meta.dirname, '../../../../resources');

/** A bundled experiment whose run ended before its first iteration. */
export async function bundledSource(
  name: string,
  changes: Partial<ExperimentSpec> = {},
): Promise<PytorchProjectSource> {
  const text = readFileSync(join(resources, 'experiments', `${name}.descent.json`), 'utf8');
  const spec = { ...ExperimentSpec.parse(JSON.parse(text)), ...changes };
  const path = join(resources, 'samples', `${spec.dataset}.bin`);
  const dataset = decodeDataset(readFileSync(path));
  const { model, normalizer, splits } = prepareExperiment(spec, dataset);
  const { target, columns } = dataset;
  const samples = denseSamples(dataset);
  const { kind, sampleShape } = samples;
  const featureNames = columns.map(({ name }) => name);
  const input = { kind, sampleShape, featureNames, normalizer };
  const weights = initializeModel(model, spec.seed);
  const testVectors = await makeTestVectors({ model, weights, input }, samples, splits.validation);
  const output: ModelFile['output'] =
    target.kind === 'class'
      ? { kind: 'class', name: target.name, labels: target.labels }
      : { kind: 'number', name: target.name };
  return {
    spec,
    dataset,
    splits,
    file: { ...tinyModelFile(output), input, output, model, weights, testVectors },
  };
}

/** A project around a model file alone: its data are its test vectors. */
export function sourceOfFile(file: ModelFile): PytorchProjectSource {
  const { sampleShape } = file.input;
  const { samples } = file.testVectors;
  const dataset: Dataset = {
    kind: 'table',
    samples: samples.length,
    columns: Array.from({ length: sizeOf(sampleShape) }, (_, i) => ({
      name: `${i}`,
      type: 'number',
    })),
    values: Float32Array.from(samples.flatMap(({ input }) => input)),
    targets: Int32Array.from(samples, (_, index) => index % 2),
    target: { kind: 'class', name: 'kind', labels: ['a', 'b'], counts: [2, 2] },
    givenSplits: null,
    warnings: [],
  };
  const spec = ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'a "quoted" \\ name',
    dataset: 'vectors',
    model: modelSpecOf(file.model),
    loss: { type: 'CrossEntropyLoss' },
    optimizer: { type: 'SGD' },
    training: { batchSize: 2, epochs: 1 },
  });
  const [first, second, third, fourth] = [0, 1, 2, 3].map((index) => Int32Array.of(index));
  const train = Int32Array.of(...first, ...second);
  return { spec, dataset, file, splits: { train, validation: third, test: fourth } };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExperimentSpec } from '../../../contract/ExperimentSpec.ts';
import type { Dataset, TableDataset } from '../../../data/Dataset.ts';
import { decodeDataset } from '../../../data/decodeDataset.ts';
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
  const { model, preprocessor: input, splits } = prepareExperiment(spec, dataset);
  const { target } = dataset;
  const weights = initializeModel(model, spec.seed);
  const testVectors = await makeTestVectors({ model, weights, input }, dataset, splits.validation);
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
  const { samples } = file.testVectors;
  const common = {
    samples: samples.length,
    targets: Int32Array.from(samples, (_, index) => index % 2),
    target: { kind: 'class' as const, name: 'kind', labels: ['a', 'b'], counts: [2, 2] },
    columns: [],
    values: new Float32Array(),
    givenSplits: null,
    warnings: [],
  };
  const dataset = datasetOf(file, common);
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

type Common = Omit<TableDataset, 'kind'>;

function datasetOf({ input, testVectors: { samples } }: ModelFile, common: Common): Dataset {
  if (input.kind === 'image') {
    const { kind, sampleShape } = input;
    const images = Uint8Array.from(samples.flatMap((sample) => [...sample.input].map(Number)));
    return { kind, ...common, sampleShape, images };
  }
  if (input.kind === 'text') throw new Error('The test vectors are no texts.');
  const columns = input.columns.map(({ name }) => ({ name, type: 'number' as const }));
  const values = Float32Array.from(samples.flatMap((sample) => [...sample.input].map(Number)));
  return { kind: 'table', ...common, columns, values };
}

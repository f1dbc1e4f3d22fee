/**
 * A run as a PyTorch project: for a person who outgrows one computer.
 *
 * What differs from run to run is generated here: the network, the recipe as settings, the weights,
 * the data with its split. The Python files that read all that are the same for every run and lie
 * in resources/pytorch; whoever writes the folder adds them.
 */
import { strToU8 } from 'fflate';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { bytesOf } from '../../data/bytesOf.ts';
import type { Dataset } from '../../data/Dataset.ts';
import type { Splits } from '../../data/splits/Splits.ts';
import { rawInputAt } from '../../preprocessing/RawInput.ts';
import type { ModelFile } from '../ModelFile.ts';
import { modelCard } from '../modelCard.ts';
import { encodeSafetensors } from '../safetensors.ts';
import { projectAugmentation } from './projectAugmentation.ts';
import { projectModule } from './projectModule.ts';
import { projectReadme } from './projectReadme.ts';
import { projectSettings } from './projectSettings.ts';

export interface PytorchProjectSource {
  readonly spec: ExperimentSpec;
  readonly file: ModelFile;
  readonly dataset: Dataset;
  readonly splits: Splits;
}

/** Contents by path inside the project's folder. */
export function pytorchProject(source: PytorchProjectSource): Record<string, Uint8Array> {
  const { spec, file, dataset, splits } = source;
  return {
    'README.md': strToU8(projectReadme(source)),
    'MODEL_CARD.md': strToU8(modelCard(file)),
    'requirements.txt': strToU8('torch>=1.13\n'),
    'augment.py': strToU8(projectAugmentation(spec.augmentation)),
    'model.py': strToU8(projectModule(spec.name, file.model)),
    'settings.json': jsonBytes(projectSettings(source)),
    'experiment.descent.json': jsonBytes(spec),
    'vectors.json': jsonBytes(file.testVectors),
    'weights.safetensors': weightBytes(file),
    'preprocessing.json': jsonBytes(file.input),
    ...rawData(source),
    'data/targets.bin': bytesOf(dataset.targets),
    'data/splits.json': strToU8(
      JSON.stringify({
        train: [...splits.train],
        validation: [...splits.validation],
        test: [...splits.test],
      }),
    ),
  };
}

/** What every sample is made of, as the preprocessing reads it. */
function rawData({ dataset, file }: PytorchProjectSource): Record<string, Uint8Array> {
  if (dataset.kind === 'image') return { 'data/images.bin': dataset.images };
  const samples = Array.from({ length: dataset.samples }, (_, index) =>
    JSON.stringify(rawInputAt(dataset, file.input, index)),
  );
  return { 'data/samples.json': strToU8(`[\n${samples.join(',\n')}\n]\n`) };
}

/** Parameters and buffers under their state_dict names, as safetensors. */
export function weightBytes({ model, weights }: Pick<ModelFile, 'model' | 'weights'>): Uint8Array {
  const tensors = [...model.parameters, ...model.buffers];
  return encodeSafetensors(
    Object.fromEntries(tensors.map(({ name, shape }) => [name, { shape, data: weights[name] }])),
  );
}

const jsonBytes = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);

/**
 * Finds the dataset that an experiment or a run means: in the library, or among the bundled
 * samples.
 */
import { didYouMean } from '../../../core/catalog/didYouMean.ts';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { DatasetFile } from '../../trainer/TrainerProtocol.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { installSample } from './installSample.ts';
import { withEditedState } from './withEditedState.ts';

type Wanted = Pick<ExperimentSpec, 'name' | 'dataset'>;

/** Changes nothing: a bundled sample is described without being installed. */
export async function describeWanted(
  { library, samples, now }: ServiceContext,
  spec: Wanted,
): Promise<DatasetInfo> {
  const installed = library.find(spec.dataset);
  if (installed) return installed;
  if (!samples.has(spec.dataset)) throw datasetNotFound({ library, samples }, spec);
  const { description } = await samples.read(spec.dataset);
  return { ...description, id: spec.dataset, importedAt: now() };
}

/** Installs the bundled sample of that name when the library has none. */
export async function obtainDataset(context: ServiceContext, spec: Wanted): Promise<DatasetInfo> {
  const installed = context.library.find(spec.dataset);
  if (installed) return installed;
  if (!context.samples.has(spec.dataset)) throw datasetNotFound(context, spec);
  return installSample(context, spec.dataset);
}

type TrainedOn = Pick<RunRecord, 'id' | 'dataset'>;
type Kept = Pick<ServiceContext, 'library' | 'store'>;

/** A dataset of the library as it is now, for a process that reads it itself. */
export function datasetFileOf({ library, store }: Kept, dataset: DatasetInfo): DatasetFile {
  const { id, hash } = dataset;
  return { path: library.dataPath(id), hash, edits: store.edits.editsOf(dataset) };
}

/** The file with exactly the content that the run was trained on, with the edits it had then. */
export function locateRunDataset(context: Kept, run: TrainedOn): DatasetFile {
  return datasetFileOf(context, findRunDataset(context, run));
}

/**
 * The dataset with exactly the content that the run was trained on, whatever its name is now and
 * whatever was edited since.
 */
export function findRunDataset({ library, store }: Kept, { id, dataset }: TrainedOn): DatasetInfo {
  const { hash } = dataset;
  const edited = store.edits.find(hash);
  const [found] = library.findImported(edited?.importedHash ?? hash);
  if (found) return edited ? withEditedState(found, edited) : found;
  throw new StudioError(
    'not-found',
    `The dataset "${dataset.name}" that run "${id}" was trained on is not in the library.`,
    { where: 'run', hint: 'Import the same file again; its content is recognised by its hash.' },
  );
}

function datasetNotFound(
  { library, samples }: Pick<ServiceContext, 'library' | 'samples'>,
  { name, dataset }: Wanted,
): StudioError {
  const known = [...library.list(), ...samples.list()].map(({ id }) => id);
  return new StudioError('not-found', `Experiment "${name}" wants a dataset named "${dataset}".`, {
    where: 'dataset',
    hint: didYouMean(dataset, known, `Import it: npm run descent -- import PATH --name ${dataset}`),
  });
}

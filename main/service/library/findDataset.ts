/**
 * Finds the dataset that an experiment or a run means: in the library, or among the bundled
 * samples.
 */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import type { DatasetLibrary } from './DatasetLibrary.ts';
import { installSample } from './installSample.ts';

type Wanted = Pick<ExperimentSpec, 'name' | 'dataset'>;

/** Changes nothing: a bundled sample is described without being installed. */
export async function describeWanted(
  { library, samples, now }: ServiceContext,
  spec: Wanted,
): Promise<DatasetInfo> {
  const installed = library.find(spec.dataset);
  if (installed) return installed;
  if (!samples.has(spec.dataset)) throw datasetNotFound(spec);
  const { description } = await samples.read(spec.dataset);
  return { ...description, id: spec.dataset, importedAt: now() };
}

/** Installs the bundled sample of that name when the library has none. */
export async function obtainDataset(context: ServiceContext, spec: Wanted): Promise<DatasetInfo> {
  const installed = context.library.find(spec.dataset);
  if (installed) return installed;
  if (!context.samples.has(spec.dataset)) throw datasetNotFound(spec);
  return installSample(context, spec.dataset);
}

type TrainedOn = Pick<RunRecord, 'id' | 'dataset'>;

/** The file with exactly the content that the run was trained on. */
export function locateRunDataset(library: DatasetLibrary, run: TrainedOn): string {
  return library.dataPath(findRunDataset(library, run).id);
}

/** The dataset with exactly the content that the run was trained on, whatever its name is now. */
export function findRunDataset(library: DatasetLibrary, { id, dataset }: TrainedOn): DatasetInfo {
  const [found] = library.findByHash(dataset.hash);
  if (found) return found;
  throw new StudioError(
    'not-found',
    `The dataset "${dataset.name}" that run "${id}" was trained on is not in the library.`,
    { where: 'run', hint: 'Import the same file again; its content is recognised by its hash.' },
  );
}

function datasetNotFound({ name, dataset }: Wanted): StudioError {
  return new StudioError('not-found', `Experiment "${name}" wants a dataset named "${dataset}".`, {
    where: 'dataset',
    hint: `Import it: npm run descent -- import PATH --name ${dataset}`,
  });
}

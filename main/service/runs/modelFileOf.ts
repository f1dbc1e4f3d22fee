/** The text of the model file of a run's best weights. */

import { locateRunDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { bestWeights } from './bestWeights.ts';

export async function modelFileOf(context: ServiceContext, id: string): Promise<string> {
  const { store, library, jobs, version } = context;
  const run = store.runs.get(id);
  const { metrics, checkpoint } = bestWeights(store, run);
  return jobs.modelFile({
    spec: run.spec,
    dataset: { path: locateRunDataset(library, run), hash: run.dataset.hash },
    checkpoint,
    epoch: metrics.epoch,
    metrics: { train: metrics.train, validation: metrics.validation },
    datasetName: run.dataset.name,
    run: id,
    createdAt: run.startedAt ?? run.createdAt,
    version,
    executorDetail: run.executor?.detail ?? 'unknown',
  });
}

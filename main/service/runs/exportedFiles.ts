/** What a run's weights are exported as, the best unless an epoch is named: contents by path. */
import { Buffer } from 'node:buffer';
import type { ExportFormat } from '../../../core/contract/StudioApi.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { datasetFileOf, findRunDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { keptWeights } from './keptWeights.ts';

export async function exportedFiles(
  context: ServiceContext,
  id: string,
  format: ExportFormat,
  epoch?: number,
): Promise<Record<string, Uint8Array>> {
  const { store, jobs, version } = context;
  const run = store.runs.get(id);
  const dataset = findRunDataset(context, run);
  const { metrics, checkpoint } = keptWeights(store, run, epoch);
  return jobs.exportModel({
    format,
    spec: run.spec,
    dataset: datasetFileOf(context, dataset),
    ...(dataset.fit && { fit: dataset.fit }),
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

/** The text of the model file. */
export async function modelFileOf(
  context: ServiceContext,
  id: string,
  epoch?: number,
): Promise<string> {
  return Buffer.from(onlyFile(await exportedFiles(context, id, 'json', epoch))).toString('utf8');
}

/** Of a format that is one file. */
export function onlyFile(files: Record<string, Uint8Array>): Uint8Array {
  const [content] = Object.values(files);
  if (!content) throw new StudioError('internal', 'The export made no file.');
  return content;
}

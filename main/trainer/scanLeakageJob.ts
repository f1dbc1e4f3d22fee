/** Looks for leaks in the split of an experiment: no training, but minutes of work on large data. */
import { scanLeakage } from '../../core/data/leakage/scanLeakage.ts';
import { splitDataset } from '../../core/data/splitDataset.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { TrainerJob, TrainerMessage } from './TrainerProtocol.ts';
import type { JobContext } from './trainJob.ts';

type ScanLeakageJob = Extract<TrainerJob, { job: 'scan-leakage' }>;

export async function scanLeakageJob(
  { spec, dataset: file }: ScanLeakageJob,
  { send }: Pick<JobContext, 'send'>,
): Promise<TrainerMessage> {
  const dataset = await readDatasetFile(file);
  const { split, preprocessing } = spec;
  const { excludedColumns } = preprocessing;
  const splits = splitDataset(dataset, spec);
  const report = await scanLeakage(
    { dataset, splits, split, excludedColumns },
    ({ kind: search, step, steps }) => send({ kind: 'leakage-progress', search, step, steps }),
  );
  return { kind: 'leakage-scanned', report };
}

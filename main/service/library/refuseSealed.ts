/**
 * Refuses an edit that would change a test split by which runs are judged. The splits of a large
 * dataset are drawn and hashed in the importer's process, those of a small one here, which is
 * faster than starting one.
 */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import {
  type BrokenSeals,
  brokenSeals,
  type SealedSplit,
} from '../../../core/data/edits/brokenSeals.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { datasetFileOf } from './findDataset.ts';
import type { ImporterRequest } from './ImporterProtocol.ts';
import { QUICK_BYTES } from './quickBytes.ts';
import { runImporter } from './runImporter.ts';

type SealContext = Pick<ServiceContext, 'library' | 'opened' | 'store' | 'importerEntry'>;

/** It says nothing while it looks. */
const PATIENCE_SECONDS = 600;

/**
 * Throws StudioError `sealed` where the edit would change one of the splits.
 *
 * @param info The dataset as it is before the edit.
 * @param changed Samples that the edit changes.
 */
export async function refuseSealed(
  context: SealContext,
  info: DatasetInfo,
  changed: readonly number[],
  sealed: readonly SealedSplit[],
): Promise<void> {
  if (sealed.length === 0) return;
  const { samples, seals } = await look(context, info, changed, sealed);
  if (samples.length === 0) return;
  const judgedByIt = sealed.filter(({ seal }) => seals.includes(seal)).length;
  throw new StudioError(
    'sealed',
    `Samples of a sealed test split that this would change: ${samples.length}. Runs judged by it: ${judgedByIt}.`,
    {
      where: 'changes',
      hint: 'Nothing was changed. Resealed, later runs get a new seal and cannot be compared with those.',
    },
  );
}

async function look(
  context: SealContext,
  info: DatasetInfo,
  changed: readonly number[],
  sealed: readonly SealedSplit[],
): Promise<BrokenSeals> {
  if (info.bytes <= QUICK_BYTES) {
    return brokenSeals(await context.opened.get(info.id), changed, sealed);
  }
  const { path, edits } = datasetFileOf(context, info);
  const request: ImporterRequest = {
    kind: 'seals',
    path,
    edits,
    changed: [...changed],
    sealed: [...sealed],
  };
  const options = { entry: context.importerEntry, silentSeconds: PATIENCE_SECONDS };
  const done = await runImporter(request, options);
  if (done.kind === 'broken') return done.broken;
  throw new StudioError('internal', 'The importer lost its way.');
}

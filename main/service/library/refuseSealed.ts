import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { brokenSeals } from '../../../core/data/edits/brokenSeals.ts';
import type { RunStore } from '../store/RunStore.ts';

/**
 * Throws StudioError `sealed` where the edit would change a test split by which runs are judged.
 *
 * @param dataset As it is before the edit.
 * @param changed Samples that the edit changes.
 */
export function refuseSealed(
  runs: Pick<RunStore, 'list'>,
  importedHash: string,
  dataset: Dataset,
  changed: readonly number[],
): void {
  const judged = runs.list().flatMap(({ sealHash: seal, spec: wish, dataset: on }) => {
    const isSame = (on.importedHash ?? on.hash) === importedHash;
    return seal !== null && isSame ? [{ seal, wish }] : [];
  });
  const { samples, seals } = brokenSeals(dataset, changed, judged);
  if (samples.length === 0) return;
  const judgedByIt = judged.filter(({ seal }) => seals.has(seal)).length;
  throw new StudioError(
    'sealed',
    `Samples of a sealed test split that this would change: ${samples.length}. Runs judged by it: ${judgedByIt}.`,
    {
      where: 'changes',
      hint: 'Nothing was changed. Resealed, later runs get a new seal and cannot be compared with those.',
    },
  );
}

import { StudioError } from '../../core/contract/StudioError.ts';
import type { Dataset } from '../../core/data/Dataset.ts';
import { applyEdits } from '../../core/data/edits/applyEdits.ts';
import { editedHash } from '../../core/data/edits/editedHash.ts';
import type { DatasetFile } from './TrainerProtocol.ts';

interface Decoded {
  readonly dataset: Dataset;
  /** Of what the file holds. */
  readonly hash: string;
}

/**
 * The dataset of a file with its edits laid over it.
 *
 * Throws StudioError `invalid-dataset` for a file whose content changed since it was imported.
 *
 * @param createBuffer Makes the memory of what is copied, as applyEdits takes it.
 */
export function expectedDataset(
  { path, hash, edits }: DatasetFile,
  decoded: Decoded,
  createBuffer?: (bytes: number) => ArrayBufferLike,
): Dataset {
  if (editedHash(decoded.hash, edits) === hash) {
    return applyEdits(decoded.dataset, edits, createBuffer);
  }
  throw new StudioError('invalid-dataset', 'The stored dataset is damaged: its hash changed.', {
    where: path,
    hint: 'Remove it from the library and import it again.',
  });
}

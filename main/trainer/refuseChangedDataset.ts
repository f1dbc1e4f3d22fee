import { StudioError } from '../../core/contract/StudioError.ts';
import type { DatasetFile } from './TrainerProtocol.ts';

/** Throws StudioError `invalid-dataset` for a file whose content changed since it was imported. */
export function refuseChangedDataset({ path, hash }: DatasetFile, found: string): void {
  if (found === hash) return;
  throw new StudioError('invalid-dataset', 'The stored dataset is damaged: its hash changed.', {
    where: path,
    hint: 'Remove it from the library and import it again.',
  });
}

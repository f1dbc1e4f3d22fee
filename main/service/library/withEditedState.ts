import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { EditedState } from '../store/EditStore.ts';

/** What the library says of a dataset in an edited state. */
export function withEditedState(
  imported: DatasetInfo,
  { hash, importedHash, excluded, relabelled, target }: EditedState,
): DatasetInfo {
  return { ...imported, hash, target, edits: { importedHash, excluded, relabelled } };
}

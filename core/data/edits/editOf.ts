import type { SampleEdit } from '../../contract/SampleEdit.ts';
import type { Dataset } from '../Dataset.ts';

/** How a sample differs from what was imported; null where it does not. */
export function editOf({ overlay, targets }: Dataset, index: number): SampleEdit | null {
  if (!overlay) return null;
  const isExcluded = overlay.excluded[index] === 1;
  const isChanged = targets[index] !== overlay.importedTargets[index];
  if (!isExcluded && !isChanged) return null;
  return { index, isExcluded, target: isChanged ? targets[index] : null };
}

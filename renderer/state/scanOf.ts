import type { DatasetInfo } from '../../core/contract/DatasetInfo.ts';
import type { LeakageScan } from './leakage.ts';

type Imported = Pick<DatasetInfo, 'id' | 'hash' | 'edits'>;
type Scanned = Pick<LeakageScan, 'dataset' | 'importedHash'>;

/**
 * The scan, where it looked at this dataset, whatever was edited since. Another one under the same
 * name has none of its samples.
 */
export function scanOf<T extends Scanned>(scan: T | null, dataset: Imported): T | null {
  if (scan?.dataset !== dataset.id) return null;
  return scan.importedHash === importedHashOf(dataset) ? scan : null;
}

export const importedHashOf = ({ hash, edits }: Omit<Imported, 'id'>) =>
  edits?.importedHash ?? hash;

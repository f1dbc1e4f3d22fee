import { toast } from 'sonner';
import type { DatasetInfo } from '../../core/contract/DatasetInfo.ts';
import { i18n } from '../i18n/i18n.ts';
import { useDatasets } from '../state/datasets.ts';
import { useNavigation } from '../state/navigation.ts';
import { useViewedDataset } from '../state/viewedDataset.ts';
import { desktop } from '../studio.ts';

/** Asks for a file or folder and imports it; errors appear on the data screen. */
export async function importDataset(kind: 'file' | 'folder' = 'file'): Promise<void> {
  const path = await desktop.chooseImport(kind);
  if (path !== null) await importPath(path);
}

export async function importPath(path: string, target?: string): Promise<DatasetInfo | null> {
  useNavigation.getState().go('data');
  const info = await useDatasets.getState().importFrom(path, target);
  if (info) {
    useViewedDataset.getState().view(info.id);
    toast.success(i18n.t('data.imported', { name: info.name }));
  }
  return info;
}

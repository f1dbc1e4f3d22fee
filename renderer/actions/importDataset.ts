import { toast } from 'sonner';
import { i18n } from '../i18n/i18n.ts';
import { useImporting } from '../state/importing.ts';
import { useNavigation } from '../state/navigation.ts';
import { useViewedDataset } from '../state/viewedDataset.ts';
import { desktop } from '../studio.ts';

/** Asks for a file or folder and shows what importing it would give. */
export async function importDataset(kind: 'file' | 'folder' = 'file'): Promise<void> {
  const path = await desktop.chooseImport(kind);
  if (path !== null) openImport(path);
}

export function openImport(path: string): void {
  useNavigation.getState().go('data');
  const isOpen = useImporting.getState().open(path);
  useViewedDataset.getState().viewImport();
  if (!isOpen) toast.info(i18n.t('import.busy'));
}

/** Imports what is open, with the choices as they are. */
export async function runImport(): Promise<void> {
  const info = await useImporting.getState().run();
  if (!info) return;
  useViewedDataset.getState().view(info.id);
  toast.success(i18n.t('data.imported', { name: info.name }));
}

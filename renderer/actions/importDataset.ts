import { toast } from 'sonner';
import { i18n } from '../i18n/i18n.ts';
import { useDatasets } from '../state/datasets.ts';
import { useImporting } from '../state/importing.ts';
import { useNavigation } from '../state/navigation.ts';
import { useViewedDataset } from '../state/viewedDataset.ts';
import { desktop } from '../studio.ts';

/** Asks for files or a folder and shows what importing them would give, one after the other. */
export async function importDataset(kind: 'file' | 'folder' = 'file'): Promise<void> {
  const paths = await desktop.chooseImport(kind);
  if (paths.length > 0) openImport(...paths);
}

/** Shows what importing the first would give; the others wait for their turn. */
export function openImport(...paths: readonly string[]): void {
  useNavigation.getState().go('data');
  const isBusy = useImporting.getState().draft?.progress ?? null;
  useImporting.getState().open(...paths);
  useViewedDataset.getState().viewImport();
  if (isBusy) toast.info(i18n.t('import.waits', { count: paths.length }));
}

/** Imports what is open, with the choices as they are; says so where the library had it already. */
export async function runImport(): Promise<void> {
  const before = new Set(useDatasets.getState().datasets.map(({ id }) => id));
  const info = await useImporting.getState().run();
  if (!info) return;
  // What waited is open now, and stands in front of what was imported.
  if (!useImporting.getState().draft) useViewedDataset.getState().view(info.id);
  const { name, edits } = info;
  if (!before.has(info.id)) toast.success(i18n.t('data.imported', { name }));
  else if (edits) toast.info(i18n.t('data.knownEdited', { name }));
  else toast.info(i18n.t('data.known', { name }));
}

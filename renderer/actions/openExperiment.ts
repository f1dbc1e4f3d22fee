import type { ExperimentDocument } from '../../core/contract/StudioApi.ts';
import { openDocument } from '../state/experimentLibrary.ts';
import { useNavigation } from '../state/navigation.ts';

/** Opens a document and shows it: the first page and runs show something else. */
export function openExperiment(document: ExperimentDocument): void {
  openDocument(document);
  const { screen, go } = useNavigation.getState();
  if (screen === 'welcome' || screen === 'runs') go('train');
}

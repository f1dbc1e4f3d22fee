import type { ExperimentDocument } from '../../core/contract/StudioApi.ts';
import { useExperiment } from '../state/experiment.ts';
import { openDocument, useExperimentLibrary } from '../state/experimentLibrary.ts';
import { useNavigation } from '../state/navigation.ts';
import { useNetworkText } from '../state/networkText.ts';
import { usePendingModel } from '../state/pendingModel.ts';
import { request } from '../studio.ts';
import { openImport } from './importDataset.ts';
import { newExperiment } from './newExperiment.ts';
import { showError } from './showError.ts';

/** Files that were dropped or chosen, whatever they are; datasets wait for each other. */
export async function openFiles(paths: readonly string[]): Promise<void> {
  const datasets: string[] = [];
  for (const path of paths) {
    try {
      if ((await openFile(path)) === 'dataset') datasets.push(path);
    } catch (error) {
      showError(error);
    }
  }
  if (datasets.length > 0) openImport(...datasets);
}

/** Opens what is no dataset. */
async function openFile(path: string): Promise<'dataset' | 'opened'> {
  const file = await request('files.recognize', { path });
  switch (file.kind) {
    case 'dataset':
      return 'dataset';
    case 'model': {
      const model = await request('models.import', { path });
      useNavigation.getState().go('model');
      usePendingModel.setState({ model });
      return 'opened';
    }
    case 'network':
      await openNetwork(file.text);
      return 'opened';
    case 'experiment':
      showImported(await request('experiments.import', { path }));
      return 'opened';
    default:
      return file satisfies never;
  }
}

/** On the model screen: what a file brings is looked at before it trains. */
function showImported(document: ExperimentDocument): void {
  useExperimentLibrary.getState().put(document);
  openDocument(document);
  useNavigation.getState().go('model');
}

/** Shown before it is taken: the layers that are there would go. */
async function openNetwork(text: string): Promise<void> {
  if (!useExperiment.getState().draft) await newExperiment();
  if (!useExperiment.getState().draft) return;
  useNavigation.getState().go('model');
  useNetworkText.getState().open(text);
}

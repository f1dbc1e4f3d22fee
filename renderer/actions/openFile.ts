import { useExperiment } from '../state/experiment.ts';
import { openDocument, useExperimentLibrary } from '../state/experimentLibrary.ts';
import { useNavigation } from '../state/navigation.ts';
import { useNetworkText } from '../state/networkText.ts';
import { usePendingModel } from '../state/pendingModel.ts';
import { request } from '../studio.ts';
import { openImport } from './importDataset.ts';
import { newExperiment } from './newExperiment.ts';
import { showError } from './showError.ts';

/** A file that was dropped or chosen, whatever it is. */
export async function openFile(path: string): Promise<void> {
  try {
    const file = await request('files.recognize', { path });
    switch (file.kind) {
      case 'dataset':
        return openImport(path);
      case 'model': {
        const model = await request('models.import', { path });
        useNavigation.getState().go('model');
        return usePendingModel.setState({ model });
      }
      case 'network':
        return openNetwork(file.text);
      case 'experiment': {
        const document = await request('experiments.import', { path });
        useExperimentLibrary.getState().put(document);
        openDocument(document);
        return useNavigation.getState().go('model');
      }
      default:
        return file satisfies never;
    }
  } catch (error) {
    showError(error);
  }
}

/** Shown before it is taken: the layers that are there would go. */
async function openNetwork(text: string): Promise<void> {
  if (!useExperiment.getState().draft) await newExperiment();
  if (!useExperiment.getState().draft) return;
  useNavigation.getState().go('model');
  useNetworkText.getState().open(text);
}

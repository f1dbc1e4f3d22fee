/**
 * Files that were dropped or chosen, whatever they are: each is opened, waits in sight, or is named
 * with why it was not opened.
 *
 * What takes the place of the open experiment comes first, and what waits by itself behind it:
 * models until they become experiments, datasets for each other. Data is shown last, because its
 * screen says what waits elsewhere.
 */
import { toast } from 'sonner';
import type { RecognizedFile } from '../../core/contract/NetworkText.ts';
import type { ExperimentDocument } from '../../core/contract/StudioApi.ts';
import { fileNameOf } from '../format/fileNameOf.ts';
import { i18n } from '../i18n/i18n.ts';
import { useExperiment } from '../state/experiment.ts';
import { openDocument, useExperimentLibrary } from '../state/experimentLibrary.ts';
import { useNavigation } from '../state/navigation.ts';
import { useNetworkText } from '../state/networkText.ts';
import { usePendingModels } from '../state/pendingModels.ts';
import { request } from '../studio.ts';
import { openImport } from './importDataset.ts';
import { newExperiment } from './newExperiment.ts';
import { type NotOpened, showNotOpened } from './showNotOpened.ts';

interface FoundFile {
  readonly path: string;
  readonly file: RecognizedFile;
}

export async function openFiles(paths: readonly string[]): Promise<void> {
  const found: FoundFile[] = [];
  const failed: NotOpened[] = [];
  /** What goes wrong with one file is told with its name, and keeps no other from being opened. */
  const attempt: Attempt = async (path, work) => {
    try {
      await work();
    } catch (thrown) {
      failed.push({ name: fileNameOf(path), thrown });
    }
  };
  for (const path of paths) {
    await attempt(path, async () => {
      found.push({ path, file: await request('files.recognize', { path }) });
    });
  }
  const ofKind = (kind: RecognizedFile['kind']) =>
    found.filter(({ file }) => file.kind === kind).map(({ path }) => path);
  await openExperiments(ofKind('experiment'), attempt);
  const others = await openFirstNetwork(found, attempt);
  for (const path of ofKind('model')) await attempt(path, () => openModel(path));
  const datasets = ofKind('dataset');
  if (datasets.length > 0) openImport(...datasets);
  showNotOpened(failed, others);
}

type Attempt = (path: string, work: () => Promise<void>) => Promise<void>;

/** All are kept among the experiments; the last one is looked at, on the model screen. */
async function openExperiments(paths: readonly string[], attempt: Attempt): Promise<void> {
  const documents: ExperimentDocument[] = [];
  for (const path of paths) {
    await attempt(path, async () => {
      documents.push(await request('experiments.import', { path }));
    });
  }
  const last = documents.at(-1);
  if (!last) return;
  for (const document of documents) useExperimentLibrary.getState().put(document);
  openDocument(last);
  useNavigation.getState().go('model');
  const others = documents.slice(0, -1).map(({ spec }) => spec.name);
  if (others.length > 0) toast.info(i18n.t('dropped.experiments', { names: others.join(', ') }));
}

async function openModel(path: string): Promise<void> {
  usePendingModels.getState().add(await request('models.import', { path }));
  useNavigation.getState().go('model');
}

/**
 * Shown before it is taken: the layers that are there would go. Only one text can be looked at;
 * returns the names of the others.
 */
async function openFirstNetwork(found: readonly FoundFile[], attempt: Attempt): Promise<string[]> {
  const networks = found.flatMap(({ path, file }) =>
    file.kind === 'network' ? [{ path, text: file.text }] : [],
  );
  const [first, ...others] = networks;
  if (first) await attempt(first.path, () => openNetwork(first.text));
  return others.map(({ path }) => fileNameOf(path));
}

async function openNetwork(text: string): Promise<void> {
  if (!useExperiment.getState().draft) await newExperiment();
  if (!useExperiment.getState().draft) return;
  useNavigation.getState().go('model');
  useNetworkText.getState().open(text);
}

import { toast } from 'sonner';
import type { DatasetInfo } from '../../core/contract/DatasetInfo.ts';
import { inSentence } from '../../core/contract/inSentence.ts';
import type { LocalizedText } from '../../core/contract/primitives.ts';
import { i18n } from '../i18n/i18n.ts';
import { useExperiment } from '../state/experiment.ts';
import { request } from '../studio.ts';
import { showError } from './showError.ts';

/**
 * The open experiment goes on with another dataset, its network cut to it: one step to undo. What
 * changed beside the dataset is said, `name` being what it is called here.
 */
export async function takeDataset(
  { id: dataset }: Pick<DatasetInfo, 'id'>,
  name: string,
): Promise<void> {
  const { id, draft } = useExperiment.getState();
  if (!draft) return;
  const { spec } = draft;
  try {
    const refit = await request('experiments.refit', { spec, dataset });
    const { layers, changes, keepsInitialModel } = refit;
    const now = useExperiment.getState();
    // What was opened or edited in the meantime is not cut to what it was before.
    const isSame = now.id === id && now.draft?.spec === spec;
    if (!isSame) return now.id === id ? await takeDataset({ id: dataset }, name) : undefined;
    now.change(
      (open) => {
        open.spec.dataset = dataset;
        if (changes.length > 0) open.spec.model.layers = layers;
        if (!keepsInitialModel) delete open.spec.initialModel;
      },
      undefined,
      { edit: 'setting', place: 'dataset' },
    );
    const isTaken = useExperiment.getState().draft?.spec !== spec;
    if (isTaken) tell(name, changes, keepsInitialModel ? undefined : spec.initialModel);
  } catch (error) {
    showError(error);
  }
}

function tell(
  dataset: string,
  changes: readonly LocalizedText[],
  dropped: string | undefined,
): void {
  const words = changes.map(({ en, ko }) => (i18n.language === 'ko' ? ko : inSentence(en)));
  const said = [
    ...(words.length > 0 ? [i18n.t('data.refitted', { dataset, changes: words.join(', ') })] : []),
    ...(dropped !== undefined ? [i18n.t('importedModel.dropped', { model: dropped })] : []),
  ];
  const [first, description] = said;
  if (first !== undefined) toast(first, { description });
}

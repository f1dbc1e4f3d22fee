/**
 * Edits samples of a dataset. Where that changes a test split by which runs are judged, the person is
 * asked before it is resealed. True when it was done.
 */
import type { SampleChange } from '../../core/contract/SampleEdit.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { confirm } from '../components/ConfirmDialog.tsx';
import { i18n } from '../i18n/i18n.ts';
import { translateMessage } from '../i18n/translateMessage.ts';
import { useEditOrder } from '../state/editOrder.ts';
import { useExperiment } from '../state/experiment.ts';
import { toStudioError } from '../state/toStudioError.ts';
import { request } from '../studio.ts';
import { showError } from './showError.ts';

export async function editSamples(id: string, changes: readonly SampleChange[]): Promise<boolean> {
  const isDone = await withSeal((reseal) =>
    request('datasets.edit', { id, changes: [...changes], reseal }),
  );
  if (isDone) markMade(id);
  return isDone;
}

/** Null: all edits of the dataset. */
export async function revertSamples(
  id: string,
  indices: readonly number[] | null,
): Promise<boolean> {
  const isDone = await withSeal((reseal) =>
    request('datasets.revertEdits', { id, indices: indices && [...indices], reseal }),
  );
  if (isDone) markMade(id);
  return isDone;
}

export async function undoEdit(id: string): Promise<boolean> {
  const isDone = await withSeal((reseal) => request('datasets.undoEdit', { id, reseal }));
  const { past, undone } = useEditOrder.getState();
  if (isDone && past.at(-1)?.dataset === id) undone();
  return isDone;
}

export async function redoEdit(id: string): Promise<boolean> {
  const isDone = await withSeal((reseal) => request('datasets.redoEdit', { id, reseal }));
  const { future, redone } = useEditOrder.getState();
  if (isDone && future[0]?.dataset === id) redone();
  return isDone;
}

function markMade(dataset: string): void {
  const { id, log } = useExperiment.getState();
  useEditOrder.getState().made({ dataset, experiment: id, steps: log.past.length });
}

async function withSeal(work: (reseal: boolean) => Promise<unknown>): Promise<boolean> {
  try {
    await work(false);
    return true;
  } catch (thrown) {
    const error = toStudioError(thrown);
    if (error.code === 'sealed' && (await mayReseal(error))) return resealed(work);
    if (error.code !== 'sealed') showError(error);
    return false;
  }
}

async function resealed(work: (reseal: boolean) => Promise<unknown>): Promise<boolean> {
  try {
    await work(true);
    return true;
  } catch (thrown) {
    showError(thrown);
    return false;
  }
}

function mayReseal({ message, hint }: StudioError): Promise<boolean> {
  const language = i18n.language === 'ko' ? 'ko' : 'en';
  return confirm({
    title: i18n.t('errors.sealed'),
    text: [message, hint ?? ''].map((text) => translateMessage(language, text)).join(' '),
    action: i18n.t('edits.reseal'),
    dangerous: true,
  });
}

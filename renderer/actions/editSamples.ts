/**
 * Edits samples of a dataset. Where that changes a test split by which runs are judged, the person is
 * asked before it is resealed. True when it was done.
 */
import type { EditOutcome, SampleChange } from '../../core/contract/SampleEdit.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { confirm } from '../components/ConfirmDialog.tsx';
import { i18n } from '../i18n/i18n.ts';
import { translateMessage } from '../i18n/translateMessage.ts';
import { type EditMark, useEditOrder } from '../state/editOrder.ts';
import { useExperiment } from '../state/experiment.ts';
import { toStudioError } from '../state/toStudioError.ts';
import { request } from '../studio.ts';
import { showError } from './showError.ts';

export async function editSamples(id: string, changes: readonly SampleChange[]): Promise<boolean> {
  const outcome = await withSeal(id, (reseal) =>
    request('datasets.edit', { id, changes: [...changes], reseal }),
  );
  return markMade(id, outcome);
}

/** Null: all edits of the dataset. */
export async function revertSamples(
  id: string,
  indices: readonly number[] | null,
): Promise<boolean> {
  const outcome = await withSeal(id, (reseal) =>
    request('datasets.revertEdits', { id, indices: indices && [...indices], reseal }),
  );
  return markMade(id, outcome);
}

export async function undoEdit(id: string): Promise<boolean> {
  const outcome = await withSeal(id, (reseal) => request('datasets.undoEdit', { id, reseal }));
  if (!outcome) return false;
  if (outcome.step !== null) useEditOrder.getState().undone(id, outcome.step);
  return true;
}

export async function redoEdit(id: string): Promise<boolean> {
  const outcome = await withSeal(id, (reseal) => request('datasets.redoEdit', { id, reseal }));
  if (!outcome) return false;
  if (outcome.step !== null) useEditOrder.getState().redone(markOf(id, outcome.step));
  return true;
}

/** What changed nothing is no step: undoing would take back the one before it. */
function markMade(dataset: string, outcome: EditOutcome | null): boolean {
  if (!outcome) return false;
  if (outcome.step !== null) useEditOrder.getState().made(markOf(dataset, outcome.step));
  return true;
}

function markOf(dataset: string, step: number): EditMark {
  const { id, log } = useExperiment.getState();
  return { dataset, step, experiment: id, steps: log.past.length };
}

type Edit = (reseal: boolean) => Promise<EditOutcome>;

/** Null where it was not done, of which the person has been told. */
async function withSeal(dataset: string, edit: Edit): Promise<EditOutcome | null> {
  try {
    return await edit(false);
  } catch (thrown) {
    const error = toStudioError(thrown);
    if (error.code !== 'sealed') return tell(dataset, error);
    if (!(await mayReseal(error))) return null;
  }
  try {
    return await edit(true);
  } catch (thrown) {
    return tell(dataset, toStudioError(thrown));
  }
}

/** Marks of steps that are no longer there would stand before every other change. */
function tell(dataset: string, error: StudioError): null {
  if (error.code === 'not-found') useEditOrder.getState().forget(dataset);
  showError(error);
  return null;
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

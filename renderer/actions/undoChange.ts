/** Undo and redo of the window: on the data screen also of sample edits, the newest change first. */
import { i18n } from '../i18n/i18n.ts';
import { announce } from '../state/announcement.ts';
import { nextRedo, nextUndo, useEditOrder } from '../state/editOrder.ts';
import { useExperiment } from '../state/experiment.ts';
import { useNavigation } from '../state/navigation.ts';
import { useViewedDataset } from '../state/viewedDataset.ts';
import { redoEdit, undoEdit } from './editSamples.ts';

export function undoChange(): void {
  const next = isOnData() ? nextUndo(useEditOrder.getState().past, experimentPlace()) : null;
  if (next === null || next === 'experiment') travelBack('undo');
  else void travel(next.samplesOf, undoEdit);
}

export function redoChange(): void {
  const next = isOnData() ? nextRedo(useEditOrder.getState().future, experimentPlace()) : null;
  if (next === null || next === 'experiment') travelBack('redo');
  else void travel(next.samplesOf, redoEdit);
}

function travelBack(way: 'undo' | 'redo'): void {
  const { log } = useExperiment.getState();
  const isDone = (way === 'undo' ? log.past : log.future).length > 0;
  useExperiment.getState()[way]();
  announce(i18n.t(isDone ? `editor.${way}` : `editor.${way}Nothing`));
}

/** Whether there is something to undo and to redo, for the buttons. */
export function useUndoable(): { readonly undo: boolean; readonly redo: boolean } {
  const isData = useNavigation(({ screen }) => screen === 'data');
  const { id, log } = useExperiment();
  const marks = useEditOrder();
  const place = { id, past: log.past.length, future: log.future.length };
  return {
    undo: nextUndo(isData ? marks.past : [], place) !== null,
    redo: nextRedo(isData ? marks.future : [], place) !== null,
  };
}

const isOnData = () => useNavigation.getState().screen === 'data';

function experimentPlace() {
  const { id, log } = useExperiment.getState();
  return { id, past: log.past.length, future: log.future.length };
}

/** What is undone is seen. */
async function travel(dataset: string, work: (id: string) => Promise<boolean>): Promise<void> {
  if (!(await work(dataset))) return;
  if (useExperiment.getState().draft?.spec.dataset !== dataset) {
    useViewedDataset.getState().view(dataset);
  }
}

/**
 * Undo and redo of the window: on the data screen also of sample edits, the newest change first.
 * Both say what they take back or make again, before and afterwards.
 */
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { UndoLabels } from '../../core/contract/ShellApi.ts';
import { editWords } from '../i18n/editWords.ts';
import { i18n } from '../i18n/i18n.ts';
import { announce } from '../state/announcement.ts';
import { useDatasets } from '../state/datasets.ts';
import { type NextChange, nextRedo, nextUndo, useEditOrder } from '../state/editOrder.ts';
import { type ExperimentState, useExperiment } from '../state/experiment.ts';
import { useNavigation } from '../state/navigation.ts';
import { areSettingsBeside } from '../state/useSettingsBeside.ts';
import { useViewedDataset } from '../state/viewedDataset.ts';
import { redoEdit, undoEdit } from './editSamples.ts';
import { isEditInSight, type Shown } from './isEditInSight.ts';

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

type Way = 'undo' | 'redo';

const stepOf = ({ log }: Pick<ExperimentState, 'log'>, way: Way) =>
  way === 'undo' ? log.past.at(-1) : log.future[0];

function travelBack(way: Way): void {
  const step = stepOf(useExperiment.getState(), way);
  useExperiment.getState()[way]();
  if (!step) announce(i18n.t(`editor.${way}Nothing`));
  else if (!step.name) announce(i18n.t(`editor.${way}`));
  else {
    const said = i18n.t(way === 'undo' ? 'undo.undone' : 'undo.redone', {
      what: editWords(step.name),
    });
    // A toast is read out, too. One is enough: the next replaces it.
    if (isEditInSight(step.name, shownNow())) announce(said);
    else toast(said, { id: 'undo', duration: TOLD_MILLISECONDS });
  }
}

const TOLD_MILLISECONDS = 3000;

/** Of this moment. */
function shownNow(): Shown {
  const { viewed, isImportInFront } = useViewedDataset.getState();
  const used = useExperiment.getState().draft?.spec.dataset;
  const { datasets } = useDatasets.getState();
  const isOther = viewed !== null && viewed !== used && datasets.some(({ id }) => id === viewed);
  return {
    screen: useNavigation.getState().screen,
    areSettingsBeside: areSettingsBeside(),
    isOwnDataset: !isOther && !isImportInFront,
  };
}
/** As buttons and menus say it, with what is taken back or made again. */
export function useUndoLabels(): UndoLabels {
  const { t } = useTranslation();
  const isData = useNavigation(({ screen }) => screen === 'data');
  const { id, log } = useExperiment();
  const marks = useEditOrder();
  const place = { id, past: log.past.length, future: log.future.length };
  const labelOf = (way: Way, next: NextChange) => {
    const name = stepOf({ log }, way)?.name;
    if (next === null) return null;
    if (next !== 'experiment') return t(`undo.${way}`, { what: t('undo.samples') });
    return name ? t(`undo.${way}`, { what: editWords(name) }) : t(`edit.${way}`);
  };
  return {
    undo: labelOf('undo', nextUndo(isData ? marks.past : [], place)),
    redo: labelOf('redo', nextRedo(isData ? marks.future : [], place)),
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
  const isOwn = useExperiment.getState().draft?.spec.dataset === dataset;
  // To follow the experiment shows its own dataset, too.
  useViewedDataset.getState().view(isOwn ? null : dataset);
}

import type { SpecEdit, SpecFix } from '../../core/contract/SpecEdit.ts';
import { i18n } from '../i18n/i18n.ts';
import { announce } from '../state/announcement.ts';
import { useExperiment } from '../state/experiment.ts';
import { specRecipe } from '../state/specRecipe.ts';

/** One step, to be undone. The button goes with the problem, so what it did is said. */
export function applyFix({ label, edits }: SpecFix): void {
  if (!applyEdits(edits, label)) return;
  announce(i18n.t('advice.done', { what: label[i18n.language === 'ko' ? 'ko' : 'en'] }));
}

/** One step, to be undone; a fix names it. Whether it changed anything. */
export function applyEdits(edits: readonly SpecEdit[], label?: SpecFix['label']): boolean {
  const { draft, change, settle } = useExperiment.getState();
  if (!draft) return false;
  settle();
  change(specRecipe(draft, edits), undefined, label && { edit: 'fix', label });
  return useExperiment.getState().draft?.spec !== draft.spec;
}

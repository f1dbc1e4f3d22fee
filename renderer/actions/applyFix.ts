import type { SpecFix } from '../../core/contract/SpecEdit.ts';
import { i18n } from '../i18n/i18n.ts';
import { announce } from '../state/announcement.ts';
import { useExperiment } from '../state/experiment.ts';
import { specRecipe } from '../state/specRecipe.ts';

/** One step, to be undone. The button goes with the problem, so what it did is said. */
export function applyFix({ label, edits }: SpecFix): void {
  const { draft, change, settle } = useExperiment.getState();
  if (!draft) return;
  settle();
  change(specRecipe(draft, edits), undefined, { edit: 'fix', label });
  if (useExperiment.getState().draft?.spec === draft.spec) return;
  announce(i18n.t('advice.done', { what: label[i18n.language === 'ko' ? 'ko' : 'en'] }));
}

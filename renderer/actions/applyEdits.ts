import type { SpecFix } from '../../core/contract/SpecEdit.ts';
import { useExperiment } from '../state/experiment.ts';
import { specRecipe } from '../state/specRecipe.ts';

/**
 * One step, to be undone under the label. Whether it changed anything.
 *
 * Edits are positions in the document that was checked: call it from `whenChecked` only.
 */
export function applyEdits({ label, edits }: SpecFix): boolean {
  const { draft, change, settle } = useExperiment.getState();
  if (!draft) return false;
  settle();
  change(specRecipe(draft, edits), undefined, { edit: 'fix', label });
  return useExperiment.getState().draft?.spec !== draft.spec;
}

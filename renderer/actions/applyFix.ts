import type { SpecFix } from '../../core/contract/SpecEdit.ts';
import { useExperiment } from '../state/experiment.ts';
import { specRecipe } from '../state/specRecipe.ts';

/** One step, to be undone. */
export function applyFix({ label, edits }: SpecFix): void {
  const { draft, change, settle } = useExperiment.getState();
  if (!draft) return;
  settle();
  change(specRecipe(draft, edits), undefined, { edit: 'fix', label });
}

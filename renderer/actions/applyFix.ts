import type { SpecEdit, SpecFix } from '../../core/contract/SpecEdit.ts';
import { useExperiment } from '../state/experiment.ts';
import { specRecipe } from '../state/specRecipe.ts';

/** One step, to be undone. */
export function applyEdits(edits: readonly SpecEdit[]): void {
  const { draft, change, settle } = useExperiment.getState();
  if (!draft) return;
  settle();
  change(specRecipe(draft, edits));
}

export const applyFix = ({ edits }: SpecFix): void => applyEdits(edits);

import { applySpecEdits } from '../../core/contract/applySpecEdits.ts';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { SpecEdit } from '../../core/contract/SpecEdit.ts';
import type { DraftExperiment } from './experiment.ts';

/** Edits that the service made up, as a recipe for the experiment store. */
export function specRecipe(
  { spec }: DraftExperiment,
  edits: readonly SpecEdit[],
): (draft: DraftExperiment) => void {
  const next = applySpecEdits(spec, edits);
  const names = [...new Set([...Object.keys(spec), ...Object.keys(next)])] as KeyOf[];
  const changed = names.filter((name) => spec[name] !== next[name]);
  return (draft) => {
    const document: Record<string, unknown> = draft.spec;
    for (const name of changed) {
      if (name in next) document[name] = next[name];
      else delete document[name];
    }
  };
}

type KeyOf = keyof ExperimentSpec;

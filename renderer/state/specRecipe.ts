import { applySpecEdits } from '../../core/contract/applySpecEdits.ts';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { SpecEdit } from '../../core/contract/SpecEdit.ts';
import { type DraftExperiment, newLayerKey } from './experiment.ts';

/** Edits that the service made up, as a recipe for the experiment store; layers keep their keys. */
export function specRecipe(
  { spec, layerKeys }: DraftExperiment,
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
    draft.layerKeys = editedKeys(layerKeys, edits);
  };
}

type KeyOf = keyof ExperimentSpec;

function editedKeys(keys: readonly string[], edits: readonly SpecEdit[]): string[] {
  const edited = [...keys];
  for (const one of edits) {
    if (one.edit === 'set' || one.path.length !== 1) continue;
    const [at = 0] = one.path;
    if (one.edit === 'insertLayer') edited.splice(at, 0, newLayerKey());
    if (one.edit === 'removeLayer') edited.splice(at, 1);
  }
  return edited;
}

import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { UsualSettings } from '../../core/contract/UsualSettings.ts';
import { useExperiment } from '../state/experiment.ts';
import { specRecipe } from '../state/specRecipe.ts';

/** What stands there in the document, or among the usual settings; undefined for nothing. */
export function settingAt(spec: ExperimentSpec | UsualSettings, at: readonly string[]): unknown {
  return at.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key],
    spec,
  );
}

/** Undefined takes it out. `group` as in the experiment store. */
export function changeSetting(
  at: readonly string[],
  value: string | number | boolean | undefined,
  group?: string,
): void {
  const { draft, change } = useExperiment.getState();
  if (!draft) return;
  change(specRecipe(draft, [{ edit: 'set', at: [...at], value: value ?? null }]), group);
}

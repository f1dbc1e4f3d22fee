/** Suggestions that a person has let rest, by experiment; remembered with the preferences. */
import { useExperiment } from './experiment.ts';
import { usePreferences } from './preferences.ts';

/** The oldest are suggested again. */
const MOST_EXPERIMENTS = 200;
const none: string[] = [];

/** In the open experiment. */
export function dismissRule(rule: string): void {
  const { id } = useExperiment.getState();
  const { dismissed, set } = usePreferences.getState();
  if (id === null) return;
  const { [id]: rules = none, ...others } = dismissed;
  const kept = Object.entries(others).slice(1 - MOST_EXPERIMENTS);
  set({ dismissed: { ...Object.fromEntries(kept), [id]: [...rules, rule] } });
}

/** Of the open experiment. */
export function useDismissedRules(): readonly string[] {
  const id = useExperiment((state) => state.id);
  return usePreferences(({ dismissed }) => (id === null ? none : (dismissed[id] ?? none)));
}

import { useExperiment } from './experiment.ts';
import { useInspection } from './inspection.ts';
import { useNavigation } from './navigation.ts';
import { usePreferences } from './preferences.ts';
import { isWide, useIsWide } from './useIsWide.ts';

/** Whether the training settings, and how the run goes, are in sight beside the network. */
export function useSettingsBeside(): boolean {
  const isModel = useNavigation(({ screen }) => screen === 'model');
  const isOpen = useExperiment(({ draft }) => draft !== null);
  const isUnfolded = usePreferences(({ modelPane }) => modelPane.settings);
  const inspector = usePreferences((state) => state.inspector);
  const overlay = useInspection((state) => state.overlay);
  const isWide = useIsWide();
  return isModel && isOpen && isUnfolded && (isWide ? inspector : overlay);
}

/** For who acts on it once. */
export function areSettingsBeside(): boolean {
  const { inspector, modelPane } = usePreferences.getState();
  const isShown = isWide() ? inspector : useInspection.getState().overlay;
  const isModel = useNavigation.getState().screen === 'model';
  return isModel && useExperiment.getState().draft !== null && modelPane.settings && isShown;
}

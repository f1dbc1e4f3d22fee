import { useExperiment } from './experiment.ts';
import { useInspection } from './inspection.ts';
import { isSettingsBeside } from './isSettingsBeside.ts';
import { useNavigation } from './navigation.ts';
import { usePreferences } from './preferences.ts';
import { isWide, useIsWide } from './useIsWide.ts';

export function useSettingsBeside(): boolean {
  return isSettingsBeside({
    screen: useNavigation(({ screen }) => screen),
    isExperimentOpen: useExperiment(({ draft }) => draft !== null),
    isUnfolded: usePreferences(({ modelPane }) => modelPane.settings),
    inspector: usePreferences(({ inspector }) => inspector),
    overlay: useInspection(({ overlay }) => overlay),
    isWide: useIsWide(),
  });
}

/** For who acts on it once. */
export function areSettingsBeside(): boolean {
  const { inspector, modelPane } = usePreferences.getState();
  return isSettingsBeside({
    screen: useNavigation.getState().screen,
    isExperimentOpen: useExperiment.getState().draft !== null,
    isUnfolded: modelPane.settings,
    inspector,
    overlay: useInspection.getState().overlay,
    isWide: isWide(),
  });
}

import { useExperiment } from '../state/experiment.ts';
import { useInspection } from '../state/inspection.ts';
import { useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { isWide } from '../state/useIsWide.ts';
import { useWantedSetting } from '../state/useWantedSetting.ts';

/**
 * Gives the keyboard to the training settings, beside the network or beside the curves. Pressed
 * again in those beside the network, it puts them away and gives the keyboard back.
 */
export function toggleSettings(): void {
  if (!useExperiment.getState().draft) return;
  const { screen, go } = useNavigation.getState();
  const isInside = document.activeElement?.closest('[data-testid="pane-part-settings"]');
  if (screen === 'model' && isInside) {
    hidePane();
    focusNetwork();
    return;
  }
  if (screen !== 'train') {
    go('model');
    showPane();
  }
  useWantedSetting.setState({ where: '' });
}

/** What lies over the network goes; beside it, the settings fold. */
function hidePane(): void {
  const { modelPane, set } = usePreferences.getState();
  if (isWide()) set({ modelPane: { ...modelPane, settings: false } });
  else useInspection.setState({ overlay: false });
}

/** The row that has the tab stop; an empty network has none. */
export function focusNetwork(): void {
  const row = document.querySelector<HTMLElement>('[data-row][tabindex="0"]');
  (row ?? document.querySelector<HTMLElement>('[data-canvas]'))?.focus();
}

function showPane(): void {
  const { modelPane, set } = usePreferences.getState();
  if (isWide()) set({ inspector: true });
  else useInspection.setState({ overlay: true });
  if (!modelPane.settings) set({ modelPane: { ...modelPane, settings: true } });
}

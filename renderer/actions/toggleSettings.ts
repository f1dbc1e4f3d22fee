import { useExperiment } from '../state/experiment.ts';
import { useInspection } from '../state/inspection.ts';
import { useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { isWide } from '../state/useIsWide.ts';
import { useWantedSetting } from '../state/useWantedSetting.ts';

/**
 * Gives the keyboard to the training settings, beside the network or beside the curves. Pressed
 * again in those beside the network, it folds them and gives the keyboard back.
 */
export function toggleSettings(): void {
  if (!useExperiment.getState().draft) return;
  const { screen, go } = useNavigation.getState();
  const isInside = document.activeElement?.closest('[data-testid="pane-part-settings"]');
  if (screen === 'model' && isInside) {
    const { modelPane, set } = usePreferences.getState();
    set({ modelPane: { ...modelPane, settings: false } });
    focusNetwork();
    return;
  }
  if (screen !== 'train') {
    go('model');
    showPane();
  }
  useWantedSetting.setState({ where: '' });
}

/** The row that has the tab stop; an empty network has none. */
function focusNetwork(): void {
  const row = document.querySelector<HTMLElement>('[data-row][tabindex="0"]');
  (row ?? document.querySelector<HTMLElement>('[data-canvas]'))?.focus();
}

function showPane(): void {
  const { modelPane, set } = usePreferences.getState();
  if (isWide()) set({ inspector: true });
  else useInspection.setState({ overlay: true });
  if (!modelPane.settings) set({ modelPane: { ...modelPane, settings: true } });
}

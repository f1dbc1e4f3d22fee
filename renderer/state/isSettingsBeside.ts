import type { Screen } from './navigation.ts';

/** What decides it, from four stores and the window. */
interface Sight {
  readonly screen: Screen;
  readonly isExperimentOpen: boolean;
  /** Whether the settings' part of the pane is unfolded. */
  readonly isUnfolded: boolean;
  /** Whether the pane is shown beside the work of a wide window. */
  readonly inspector: boolean;
  /** Whether it lies over the work of a narrow one. */
  readonly overlay: boolean;
  readonly isWide: boolean;
}

/** Whether the training settings, and how the run goes, are in sight beside the network. */
export function isSettingsBeside(sight: Sight): boolean {
  const { screen, isExperimentOpen, isUnfolded, inspector, overlay, isWide } = sight;
  return screen === 'model' && isExperimentOpen && isUnfolded && (isWide ? inspector : overlay);
}

import { PanelRight, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { redoChange, undoChange, useUndoLabels } from '../actions/undoChange.ts';
import { IconButton } from '../components/IconButton.tsx';
import { useExperiment } from '../state/experiment.ts';
import { useInspection } from '../state/inspection.ts';
import { useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { useIsWide } from '../state/useIsWide.ts';
import { ExperimentMenu } from './ExperimentMenu.tsx';
import { SaveState } from './SaveState.tsx';
import { TrainButton } from './TrainButton.tsx';
import { useUndoMenu } from './useUndoMenu.ts';

/** The open experiment and the one next action, always in sight. */
export function TopBar() {
  const { t } = useTranslation();
  const isOpen = useExperiment(({ draft }) => draft !== null);
  const undoable = useUndoLabels();
  useUndoMenu(undoable);
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 pr-3 pl-1">
      <ExperimentMenu />
      {isOpen ? (
        <>
          <SaveState />
          <span className="mx-auto" />
          <IconButton
            icon={Undo2}
            label={undoable.undo ?? t('edit.undo')}
            keys="Ctrl+Z"
            disabled={undoable.undo === null}
            onClick={undoChange}
            side="bottom"
          />
          <IconButton
            icon={Redo2}
            label={undoable.redo ?? t('edit.redo')}
            keys="Ctrl+Shift+Z"
            disabled={undoable.redo === null}
            onClick={redoChange}
            side="bottom"
          />
          <span className="ml-1" />
          <TrainButton />
        </>
      ) : (
        <span className="mx-auto" />
      )}
      <InspectorToggle />
    </header>
  );
}

function InspectorToggle() {
  const { t } = useTranslation();
  const { inspector, set } = usePreferences();
  const overlay = useInspection((state) => state.overlay);
  const toggleOverlay = useInspection((state) => state.toggleOverlay);
  const isWide = useIsWide();
  const isWelcome = useNavigation(({ screen }) => screen === 'welcome');
  const isShown = isWide ? inspector : overlay;
  if (isWelcome) return null;
  return (
    <IconButton
      icon={PanelRight}
      label={isShown ? t('inspector.hide') : t('inspector.show')}
      aria-pressed={isShown}
      onClick={() => (isWide ? set({ inspector: !inspector }) : toggleOverlay())}
      side="bottom"
      className="ml-1"
    />
  );
}

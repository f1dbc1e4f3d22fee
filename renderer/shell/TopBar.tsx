import { PanelRight, Play, Redo2, Square, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { startTraining } from '../actions/startTraining.ts';
import { stopTraining } from '../actions/stopTraining.ts';
import { redoChange, undoChange, useUndoLabels } from '../actions/undoChange.ts';
import { Button } from '../components/Button.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { Tooltip } from '../components/Tooltip.tsx';
import { useMessage } from '../i18n/useMessage.ts';
import { useCheck } from '../state/check.ts';
import { useExperiment } from '../state/experiment.ts';
import { useInspection } from '../state/inspection.ts';
import { useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { activeRunOf, useRuns } from '../state/runs.ts';
import { ExperimentMenu } from './ExperimentMenu.tsx';
import { PauseButton } from './PauseButton.tsx';
import { SaveState } from './SaveState.tsx';
import { useIsWide } from './useIsWide.ts';
import { useUndoMenu } from './useUndoMenu.ts';

/** The open experiment and the one next action, always in sight. */
export function TopBar() {
  const { t } = useTranslation();
  const draft = useExperiment((state) => state.draft);
  const undoable = useUndoLabels();
  useUndoMenu(undoable);
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 pr-3 pl-1">
      <ExperimentMenu />
      {draft ? (
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

function TrainButton() {
  const { t } = useTranslation();
  const say = useMessage();
  const id = useRuns(({ runs }) => activeRunOf(runs)?.id ?? null);
  const status = useRuns(({ runs }) => activeRunOf(runs)?.status);
  const stopping = useRuns((state) => id !== null && state.stopping.has(id));
  const { report, error } = useCheck();
  const layers = useExperiment((state) => state.draft?.spec.model.layers.length ?? 0);
  if (id !== null) {
    return (
      <>
        {status === 'running' || status === 'paused' ? (
          <PauseButton run={id} status={status} />
        ) : null}
        <Button
          data-testid="button-stop"
          className="ml-2 min-w-24"
          disabled={stopping}
          onClick={() => void stopTraining()}
        >
          <Square aria-hidden className="fill-current" />
          {stopping ? t('status.stopping') : t('train.stop')}
        </Button>
      </>
    );
  }
  const firstError = report?.problems.find(({ severity }) => severity === 'error');
  const told = error?.message ?? firstError?.message;
  const reason = layers === 0 ? t('model.needsLayer') : told && say(told);
  return (
    <Tooltip text={reason ?? t('train.trainKeys')} side="bottom">
      <Button
        variant="primary"
        data-testid="button-train"
        className="ml-2 min-w-24"
        aria-disabled={reason !== undefined}
        aria-description={reason}
        onClick={() => reason === undefined && void startTraining()}
      >
        <Play aria-hidden className="fill-current" />
        {t('train.train')}
      </Button>
    </Tooltip>
  );
}

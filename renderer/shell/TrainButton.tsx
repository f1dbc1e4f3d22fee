import { Play, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { startTraining } from '../actions/startTraining.ts';
import { stopTraining } from '../actions/stopTraining.ts';
import { Button } from '../components/Button.tsx';
import { Tooltip } from '../components/Tooltip.tsx';
import { useRunOrigin } from '../format/useRunOrigin.ts';
import { sourceOf } from '../state/isRunOf.ts';
import { activeRunOf, type RunsState, useRuns } from '../state/runs.ts';
import { useRefusal } from '../state/useRefusal.ts';
import { useSettingsBeside } from '../state/useSettingsBeside.ts';
import { PauseButton } from './PauseButton.tsx';

/** Of the run in work. */
function activeSource({ runs }: RunsState) {
  const run = activeRunOf(runs);
  return run && sourceOf(run);
}

/**
 * Trains, or pauses and stops the run in work, and names it where it is of another experiment; says
 * why where it cannot.
 */
export function TrainButton() {
  const { t } = useTranslation();
  const stays = useSettingsBeside();
  const id = useRuns(({ runs }) => activeRunOf(runs)?.id ?? null);
  const status = useRuns(({ runs }) => activeRunOf(runs)?.status);
  const origin = useRunOrigin(useRuns(useShallow(activeSource)));
  const stopping = useRuns((state) => id !== null && state.stopping.has(id));
  const refusal = useRefusal();
  if (id !== null) {
    return (
      <Tooltip text={origin} side="bottom">
        <div className="flex gap-2">
          {status === 'running' || status === 'paused' ? (
            <PauseButton run={id} status={status} />
          ) : null}
          <Button
            data-testid="button-stop"
            className="min-w-24"
            disabled={stopping}
            onClick={() => void stopTraining()}
          >
            <Square aria-hidden className="fill-current" />
            {stopping ? t('status.stopping') : t('train.stop')}
          </Button>
        </div>
      </Tooltip>
    );
  }
  const told = stays ? t('settings.trainHere') : t('train.trainKeys');
  return (
    <Tooltip text={refusal?.text ?? told} side="bottom">
      <Button
        variant="primary"
        data-testid="button-train"
        className="min-w-24"
        aria-disabled={refusal !== null}
        aria-description={refusal?.text}
        onClick={() => refusal === null && void startTraining()}
      >
        <Play aria-hidden className="fill-current" />
        {t('train.train')}
      </Button>
    </Tooltip>
  );
}

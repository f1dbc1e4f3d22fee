import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pauseTraining } from '../actions/pauseTraining.ts';
import { Button } from '../components/Button.tsx';
import { useRunControl } from '../state/runControl.ts';

interface PauseButtonProps {
  readonly run: string;
  readonly status: 'running' | 'paused';
}

/** Says what the trainer can be asked now; pressed, it waits for the trainer's answer. */
export function PauseButton({ run, status }: PauseButtonProps) {
  const { t } = useTranslation();
  const isAsked = useRunControl(({ asked }) => asked.has(run));
  const isPaused = status === 'paused';
  return (
    <Button
      data-testid={`button-${isPaused ? 'continue' : 'pause'}`}
      variant={isPaused ? 'primary' : 'secondary'}
      className="min-w-24"
      disabled={isAsked}
      onClick={() => void pauseTraining()}
    >
      {isPaused ? (
        <Play aria-hidden className="fill-current" />
      ) : (
        <Pause aria-hidden className="fill-current" />
      )}
      {t(isPaused ? 'train.continue' : 'train.pause')}
    </Button>
  );
}

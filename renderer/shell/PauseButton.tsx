import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pauseTraining } from '../actions/pauseTraining.ts';
import { Button } from '../components/Button.tsx';
import { useRunControl } from '../state/runControl.ts';

interface PauseButtonProps {
  readonly run: string;
  readonly status: 'running' | 'paused';
  /** Of the ids by which tests find it. */
  readonly prefix?: string;
}

/** Says what the trainer can be asked now; pressed, it waits for the trainer's answer. */
export function PauseButton({ run, status, prefix = 'button' }: PauseButtonProps) {
  const { t } = useTranslation();
  const isAsked = useRunControl(({ asked }) => asked.has(run));
  const isPaused = status === 'paused';
  return (
    <Button
      data-testid={`${prefix}-${isPaused ? 'continue' : 'pause'}`}
      variant={isPaused ? 'primary' : 'secondary'}
      className="min-w-24 flex-auto"
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

import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { Fact } from '../../components/Fact.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { isActive } from '../../state/runs.ts';

interface LiveNumbersProps {
  readonly run: RunRecord;
}

export function LiveNumbers({ run }: LiveNumbersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { epoch, epochs, iteration, iterations, samplesPerSecond, secondsLeft } = run.progress;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 *:shrink-0">
      <Fact label={t('train.epoch')}>
        {format.integer(epoch)}
        <span className="text-faint"> / {format.integer(epochs)}</span>
      </Fact>
      <Fact label={t('train.iteration')}>
        <span data-testid="run-iteration" data-value={iteration}>
          {format.integer(iteration)}
        </span>
        <span className="text-faint"> / {format.integer(iterations)}</span>
      </Fact>
      <Fact label={t('train.speed')}>
        {t('train.samplesPerSecond', { shown: format.integer(samplesPerSecond) })}
      </Fact>
      {isActive(run) ? (
        <Fact label={t('train.timeLeft')}>
          {format.duration(run.status === 'paused' ? null : secondsLeft)}
        </Fact>
      ) : (
        <Fact label={t('train.trainingTime')}>{format.duration(run.trainingSeconds)}</Fact>
      )}
    </dl>
  );
}

/**
 * Below the settings beside the network: what keeps it from training, or what the run does. The
 * button that starts it is the window's own, in the top bar.
 */
import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpochMetrics, RunRecord } from '../../core/contract/RunRecord.ts';
import { showPlace } from '../actions/showPlace.ts';
import { Button } from '../components/Button.tsx';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { ProgressBar } from '../components/ProgressBar.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useRunOrigin } from '../format/useRunOrigin.ts';
import { useBestEpochs } from '../state/bestEpochs.ts';
import { sourceOf } from '../state/isRunOf.ts';
import { useNavigation } from '../state/navigation.ts';
import { isActive, useRuns } from '../state/runs.ts';
import { useRefusal } from '../state/useRefusal.ts';
import { useShownRun } from '../state/useShownRun.ts';
import { useTrainedRun } from '../state/useTrainedRun.ts';

export function TrainStrip() {
  const { run } = useShownRun(useTrainedRun(), 'words');
  return (
    <div
      data-testid="train-strip"
      className="flex shrink-0 flex-col gap-2 border-t border-line px-4 py-2.5 empty:hidden"
    >
      {run && isActive(run) ? null : <Obstacle />}
      {run ? <RunState run={run} /> : null}
    </div>
  );
}

/** The first one; the others wait at their fields. */
function Obstacle() {
  const { t } = useTranslation();
  const refusal = useRefusal();
  if (!refusal) return null;
  const { text, where } = refusal;
  return (
    <div className="flex flex-col gap-1" role="status">
      <ProblemNote problem={{ severity: 'error', message: text }} isBrief />
      <Button
        variant="link"
        size="inline"
        className="ml-auto text-xs"
        data-testid="show-place"
        onClick={() => showPlace(where)}
      >
        {t('settings.showPlace')}
        <ArrowRight aria-hidden />
      </Button>
    </div>
  );
}

function RunState({ run }: { readonly run: RunRecord }) {
  const { t } = useTranslation();
  const go = useNavigation((state) => state.go);
  const stopping = useRuns((state) => state.stopping.has(run.id));
  const { iteration, iterations } = run.progress;
  const numbers = useNumbers(run);
  const origin = useRunOrigin(sourceOf(run));
  return (
    <div>
      <div className="flex items-center gap-2">
        <StatusBadge status={run.status} stopping={stopping} />
        <Button
          variant="link"
          size="inline"
          className="ml-auto text-xs"
          data-testid="see-curves"
          onClick={() => go('train')}
        >
          {t('settings.curves')}
          <ArrowRight aria-hidden />
        </Button>
      </div>
      {origin ? (
        <p data-testid="run-origin" className="mt-0.5 line-clamp-2 text-xs" title={origin}>
          {origin}
        </p>
      ) : null}
      {isActive(run) ? (
        <ProgressBar
          label={t('train.progress')}
          fraction={iterations > 0 ? iteration / iterations : 0}
          className="mt-1.5 block w-full"
        />
      ) : null}
      <p data-testid="strip-numbers" className="caption mt-0.5 truncate" title={numbers}>
        {numbers}
      </p>
    </div>
  );
}

/**
 * The epoch in work and what the last one reached; of an ended run what its best one reached, as the
 * train screen and the list of runs say it.
 */
function useNumbers(run: RunRecord): string {
  const { status, progress, last } = run;
  const { t } = useTranslation();
  const format = useFormat();
  const { epoch, epochs } = progress;
  const isWorking = isActive({ status });
  const found = useBestEpochs(useMemo(() => [run], [run]))[run.id];
  const best = isWorking || found?.epoch !== run.bestEpoch ? null : found;
  const shown = best ?? last;
  const values = { epoch: format.integer(epoch), epochs: format.integer(epochs) };
  return [
    ...(isWorking ? [t('settings.epochOf', values)] : []),
    ...(shown ? [reached(shown.validation)] : []),
    ...(shown && !isWorking
      ? [t(best ? 'chart.best' : 'chart.lastAt', { epoch: shown.epoch })]
      : []),
  ].join(' · ');

  function reached({ accuracy, loss }: EpochMetrics['validation']): string {
    if (accuracy === null) return t('settings.lossOnValidation', { shown: format.loss(loss) });
    const percent = format.percent(accuracy);
    return isWorking ? percent : t('settings.onValidation', { shown: percent });
  }
}

/**
 * The learning-rate range test beside the settings that it is for: its curve while it comes, what it
 * suggests, and that suggestion in one click.
 */
import { RotateCcw, X } from 'lucide-react';
import { useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { LearningRateRange } from '../../../../core/contract/LearningRateRange.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { Button } from '../../../components/Button.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { type Trial, useTrials } from '../../../state/trials.ts';
import { useLossAxis } from '../useLossAxis.ts';
import { rateSeries } from './rateSeries.ts';
import { TrialProgressBar } from './TrialProgressBar.tsx';
import { trialSettings } from './trialSettings.ts';

const START = 1e-8;
const END = 1;

export function LearningRateTest({ spec }: { readonly spec: ExperimentSpec }) {
  const { t } = useTranslation();
  const { rates: trial, putAway } = useTrials();
  if (!trial) return null;
  return (
    <section
      data-testid="learning-rate-test"
      aria-label={t('rates.title')}
      className="float-in relative flex flex-col gap-3 rounded-lg border border-line p-4"
    >
      <RateChart trial={trial} />
      <IconButton
        icon={X}
        label={t('common.dismiss')}
        className="absolute top-2 right-2"
        onClick={() => putAway('rates')}
      />
      <Outcome trial={trial} spec={spec} />
    </section>
  );
}

type RateTrial = Trial<LearningRateRange>;

interface OutcomeProps {
  readonly trial: RateTrial;
  readonly spec: ExperimentSpec;
}

function Outcome({ trial, spec }: OutcomeProps) {
  const { t } = useTranslation();
  const start = useTrials((state) => state.start);
  const isOld = trialSettings('rates', trial.spec) !== trialSettings('rates', spec);
  if (trial.error) {
    const again = (
      <Button size="sm" onClick={() => void start('rates', spec)}>
        {t('trial.again')}
      </Button>
    );
    return <ErrorNote error={trial.error} action={again} />;
  }
  if (!trial.result) {
    return <TrialProgressBar kind="rates" trial={trial} label={t('rates.title')} />;
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="min-w-48 flex-1">
        <Conclusion range={trial.result} />
        {isOld ? <p className="caption">{t('trial.old')}</p> : null}
      </div>
      <Button size="sm" variant="ghost" onClick={() => void start('rates', spec)}>
        <RotateCcw aria-hidden />
        {t('rates.again')}
      </Button>
      <UseButton range={trial.result} spec={spec} />
    </div>
  );
}

function Conclusion({ range }: { readonly range: LearningRateRange }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { points, suggestion, stoppedEarly } = range;
  return (
    <p role="status" className="selectable text-pretty">
      {suggestion === null ? (
        t('rates.none')
      ) : (
        <Trans
          i18nKey="rates.found"
          values={{ rate: format.rate(rounded(suggestion)) }}
          components={{
            value: <b data-testid="suggested-rate" className="font-semibold tabular-nums" />,
          }}
        />
      )}{' '}
      {stoppedEarly && points.length > 0 ? (
        <span className="text-muted">
          {t('rates.exploded', { rate: format.rate(points.at(-1)?.learningRate) })}
        </span>
      ) : null}
    </p>
  );
}

/** A suggestion is good to about one digit; more would pretend to know. */
const rounded = (rate: number) => Number(rate.toPrecision(2));

interface UseButtonProps {
  readonly range: LearningRateRange;
  readonly spec: ExperimentSpec;
}

function UseButton({ range, spec }: UseButtonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useExperiment((state) => state.change);
  if (range.suggestion === null) return null;
  const learningRate = rounded(range.suggestion);
  const isInUse = spec.optimizer.options.learningRate === learningRate;
  return (
    <Button
      size="sm"
      variant={isInUse ? 'secondary' : 'primary'}
      disabled={isInUse}
      data-testid="use-rate"
      onClick={() =>
        change((draft) => {
          draft.spec.optimizer.options.learningRate = learningRate;
        })
      }
    >
      {t(isInUse ? 'rates.inUse' : 'rates.use', { rate: format.rate(learningRate) })}
    </Button>
  );
}

function RateChart({ trial }: { readonly trial: RateTrial }) {
  const { t } = useTranslation();
  const format = useFormat();
  const axis = useLossAxis();
  const { suggestion = null } = trial.result ?? {};
  const points = trial.result?.points ?? trial.points;
  const series = useMemo(
    () => rateSeries(points, { each: t('rates.loss'), smoothed: t('rates.smoothed') }),
    [points, t],
  );
  const marks = useMemo(
    () =>
      suggestion === null
        ? []
        : [{ x: suggestion, label: t('rates.suggestion'), color: 'var(--accent-ink)' }],
    [suggestion, t],
  );
  return (
    <ChartFrame
      title={t('rates.title')}
      topic="learningRateRange"
      testId="chart-rates"
      empty={t('rates.empty')}
      series={series}
      marks={marks}
      xLabel={t('rates.x')}
      xStart={START}
      xEnd={END}
      isLogarithmic
      {...axis}
      yWith={0}
      formatX={format.rate}
      formatY={format.loss}
      formatTick={format.tick}
      // Its tools stay clear of the button that puts the test away.
      className="mr-6 h-56"
    />
  );
}

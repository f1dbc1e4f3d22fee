import type { TFunction } from 'i18next';
import { ArrowRight } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { RunProgress, RunRecord } from '../../../core/contract/RunRecord.ts';
import { Button } from '../../components/Button.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useNavigation } from '../../state/navigation.ts';
import { isActive } from '../../state/runs.ts';
import { useShownRun } from '../../state/useShownRun.ts';

interface OutcomeProps {
  readonly run: RunRecord;
}

/**
 * `97.8 % on validation. See what it got wrong`: the best epoch's numbers once it is done, the
 * last one's before.
 */
export function Outcome({ run }: OutcomeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const openRunPage = useNavigation((state) => state.openRunPage);
  const active = isActive(run);
  const { epochs } = useShownRun(run.id, 'words').history;
  const best = epochs.find(({ epoch }) => epoch === run.bestEpoch);
  const shown = active ? (epochs.at(-1) ?? run.last) : (best ?? run.last);
  if (!shown) return <NoOutcome run={run} />;
  const { accuracy, loss } = shown.validation;
  // A run that goes on has numbers before it has begun again.
  const preparing = active ? phaseText(t, run.progress) : null;
  const isBest = !active && shown.epoch === run.bestEpoch;
  return (
    <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-lg font-semibold">
      <span>
        <Trans
          i18nKey={accuracy === null ? 'train.lossReached' : 'train.accuracyReached'}
          values={{ shown: accuracy === null ? format.loss(loss) : format.percent(accuracy) }}
          components={{
            value: <span data-testid="validation-accuracy" className="tabular-nums" />,
          }}
        />
      </span>
      <span className="text-sm font-normal text-muted">
        {t(isBest ? 'chart.best' : 'chart.lastAt', { epoch: shown.epoch })}
        {preparing ? ` · ${preparing}` : null}
      </span>
      {active || accuracy === null ? null : (
        <Button
          variant="link"
          size="inline"
          className="text-md"
          data-testid="see-misclassified"
          onClick={() => openRunPage(run.id, 'misclassified')}
        >
          {t('train.seeWrong')}
          <ArrowRight aria-hidden />
        </Button>
      )}
    </p>
  );
}

/** What became of a run that has measured no epoch. */
function NoOutcome({ run }: OutcomeProps) {
  const { t } = useTranslation();
  const iteration = run.error?.message.match(/iteration (\d+) /)?.[1];
  const text = () => {
    if (isActive(run)) return phaseText(t, run.progress) ?? t('train.waiting');
    if (run.error?.code === 'diverged' && iteration) return t('train.divergedIn', { iteration });
    return run.error ? t(`errors.${run.error.code}`) : t('train.noEpoch');
  };
  return <p className="mt-1 text-lg font-semibold text-muted">{text()}</p>;
}

/** What happens before the first iteration; null while it trains. */
function phaseText(t: TFunction, { phase, kernels }: RunProgress): string | null {
  if (kernels) return t('train.compiling', { ...kernels });
  return phase ? t(`train.phases.${phase}`) : null;
}

/** The check on one minibatch: how far it is, then what it found. */
import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { OneBatchCheck } from '../../../../core/contract/OneBatchCheck.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useInspection } from '../../../state/inspection.ts';
import { useTrials } from '../../../state/trials.ts';
import { TrialProgressBar } from './TrialProgressBar.tsx';
import { trialSettings } from './trialSettings.ts';

export function OneBatchTest({ spec }: { readonly spec: ExperimentSpec }) {
  const { t } = useTranslation();
  const { oneBatch: trial, putAway } = useTrials();
  const inspect = useInspection((state) => state.inspect);
  if (!trial) return null;
  const isOld = trialSettings('oneBatch', trial.spec) !== trialSettings('oneBatch', spec);
  return (
    <section
      data-testid="one-batch"
      aria-label={t('oneBatch.title')}
      onPointerDown={() => inspect({ kind: 'help', topic: 'oneBatch' })}
      className="float-in rounded-lg bg-sunken px-3 py-2"
    >
      {trial.error || trial.result ? (
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            {trial.error ? <ErrorNote error={trial.error} /> : null}
            {trial.result ? <Finding check={trial.result} /> : null}
            {isOld ? <p className="caption mt-1 pl-6">{t('trial.old')}</p> : null}
          </div>
          <IconButton icon={X} label={t('common.dismiss')} onClick={() => putAway('oneBatch')} />
        </div>
      ) : (
        <TrialProgressBar kind="oneBatch" trial={trial} label={t('oneBatch.title')} />
      )}
    </section>
  );
}

function Finding({ check }: { readonly check: OneBatchCheck }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { localized } = useLanguage();
  const Icon = check.passed ? CircleCheck : TriangleAlert;
  const losses = { first: format.loss(check.firstLoss), last: format.loss(check.lastLoss) };
  return (
    <div
      role="status"
      data-testid="one-batch-result"
      data-passed={check.passed}
      className="flex items-start gap-2 selectable"
    >
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${check.passed ? 'text-good' : 'text-attention'}`}
      />
      <div>
        <p className="text-pretty">{localized(check.text)}</p>
        <p className="number mt-0.5 text-xs text-muted">{t('oneBatch.losses', losses)}</p>
      </div>
    </div>
  );
}

import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { Button } from '../../components/Button.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useNavigation } from '../../state/navigation.ts';
import { isActive, useHistory } from '../../state/runs.ts';

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
  const { epochs } = useHistory(run.id);
  const active = isActive(run);
  const best = epochs.find(({ epoch }) => epoch === run.bestEpoch);
  const shown = active ? (epochs.at(-1) ?? run.last) : (best ?? run.last);
  if (!shown) {
    return <p className="mt-1 text-lg font-semibold text-muted">{t('train.waiting')}</p>;
  }
  const { accuracy, loss } = shown.validation;
  return (
    <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-lg font-semibold">
      <span>
        <span data-testid="validation-accuracy" className="tabular-nums">
          {accuracy === null ? format.loss(loss) : format.percent(accuracy)}
        </span>{' '}
        {accuracy === null ? t('train.validationLoss') : t('train.onValidation')}
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

import { useTranslation } from 'react-i18next';
import type { Evaluation, RunRecord } from '../../../core/contract/RunRecord.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useBestEpochs } from '../../state/bestEpochs.ts';
import { ConfusionTable } from '../runs/ConfusionTable.tsx';
import { ScoreFacts } from '../runs/ScoreFacts.tsx';

interface TestResultProps {
  readonly run: RunRecord;
  readonly evaluation: Evaluation;
}

export function TestResult({ run, evaluation }: TestResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { accuracy, loss } = evaluation.metrics;
  const validation = (useBestEpochs([run])[run.id] ?? run.last)?.validation;
  return (
    <div className="flex flex-col gap-5">
      <p className="flex items-baseline gap-2">
        <span data-testid="test-accuracy" className="text-xl font-semibold text-test-ink">
          {accuracy === null ? format.loss(loss) : format.percent(accuracy)}
        </span>
        <span className="text-md">{t(accuracy === null ? 'test.lossOn' : 'test.accuracyOn')}</span>
        <span className="caption ml-auto">
          {t('test.validationWas', {
            shown:
              accuracy === null
                ? format.loss(validation?.loss)
                : format.percent(validation?.accuracy),
          })}
        </span>
      </p>
      {evaluation.confusion ? (
        <ConfusionTable matrix={evaluation.confusion} chosen={null} hue="test" />
      ) : null}
      <ScoreFacts evaluation={evaluation} />
    </div>
  );
}

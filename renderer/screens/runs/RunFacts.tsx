import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { openExperiment } from '../../actions/openExperiment.ts';
import { Button } from '../../components/Button.tsx';
import { Fact } from '../../components/Fact.tsx';
import { useExecutorText } from '../../format/useExecutorText.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useDatasetName } from '../../i18n/useDatasetName.ts';
import { datasetOfRun } from '../../state/datasetOfRun.ts';
import { useDatasets } from '../../state/datasets.ts';
import { useExperimentLibrary } from '../../state/experimentLibrary.ts';
import { useHistory } from '../../state/runs.ts';

interface RunFactsProps {
  readonly run: RunRecord;
}

export function RunFacts({ run }: RunFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { epochs } = useHistory(run.id);
  const best = epochs.find(({ epoch }) => epoch === run.bestEpoch) ?? run.last;
  const atEpoch = best ? (
    <span className="ml-2 font-sans text-xs text-faint">
      {t(best.epoch === run.bestEpoch ? 'chart.best' : 'chart.lastAt', { epoch: best.epoch })}
    </span>
  ) : null;
  const dataset = useDatasets(({ datasets }) => datasetOfRun(datasets, run));
  const isEdited = dataset !== undefined && dataset.hash !== run.dataset.hash;
  const executorText = useExecutorText();
  const nameOf = useDatasetName();
  const { progress, executor, parameters, splits, startedAt } = run;
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-3 border-y border-line py-4">
      <Fact label={t('runs.validationAccuracy')}>
        <span className="text-validation-ink" data-testid="run-validation-accuracy">
          {format.percent(best?.validation.accuracy)}
        </span>
        {atEpoch}
      </Fact>
      <Fact label={t('runs.validationLoss')}>
        <span className="text-validation-ink">{format.loss(best?.validation.loss)}</span>
        {atEpoch}
      </Fact>
      <Fact label={t('runs.bestEpoch')}>
        {format.integer(run.bestEpoch)}
        <span className="text-faint"> / {format.integer(progress.epochs)}</span>
      </Fact>
      <Fact label={t('model.parameters')}>{format.integer(parameters)}</Fact>
      <Fact label={t('runs.splits')}>
        {splits ? (
          <>
            <span className="text-train-ink">{format.integer(splits.train)}</span> ·{' '}
            <span className="text-validation-ink">{format.integer(splits.validation)}</span> ·{' '}
            <span className="text-test-ink">{format.integer(splits.test)}</span>
          </>
        ) : (
          '–'
        )}
      </Fact>
      <Fact label={t('runs.experiment')}>
        <ExperimentName run={run} />
      </Fact>
      <Fact label={t('runs.data')}>
        <span className="font-sans">{nameOf(run.dataset)}</span>
        {isEdited ? (
          <span className="ml-2 font-sans text-xs text-attention" title={t('runs.dataKept')}>
            {t('runs.dataChanged')}
          </span>
        ) : null}
      </Fact>
      <Fact label={t('train.speed')}>
        {t('train.samplesPerSecond', { shown: format.integer(progress.samplesPerSecond) })}
      </Fact>
      <Fact label={t('train.trainingTime')}>{format.duration(run.trainingSeconds)}</Fact>
      <Fact label={t('runs.columns.started')}>
        <span className="font-sans">{format.dateTime(startedAt)}</span>
      </Fact>
      <Fact label={t('runs.columns.executor')} className="col-span-2">
        <span className="font-sans">{executor ? executorText(executor) : '–'}</span>
      </Fact>
    </dl>
  );
}

/** By its name of today, which leads to it; one that is deleted by the name it had. */
function ExperimentName({ run }: RunFactsProps) {
  const document = useExperimentLibrary(({ documents }) =>
    documents.find(({ id }) => id === run.experiment),
  );
  if (!document) return <span className="font-sans">{run.spec.name}</span>;
  const { name } = document.spec;
  return (
    <Button
      variant="link"
      size="inline"
      className="max-w-full font-sans"
      title={name}
      onClick={() => openExperiment(document)}
    >
      <span className="truncate">{name}</span>
    </Button>
  );
}

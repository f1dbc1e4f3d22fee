/**
 * One sample before and after: as the file holds it, and as the network would be given it. The
 * service makes it with the code that trains.
 */
import { SkipBack, SkipForward } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { useLatest } from '../../../components/useLatest.ts';
import { useSettled } from '../../../components/useSettled.ts';
import { useDatasetRows } from '../useDatasetRows.ts';
import { EncodedInputView } from './EncodedInputView.tsx';
import { RawSampleView } from './RawSampleView.tsx';

interface ModelInputViewProps {
  readonly spec: ExperimentSpec;
  readonly dataset: DatasetInfo;
}

const PAUSE_MILLISECONDS = 200;
const dots = { train: 'bg-train', validation: 'bg-validation', test: 'bg-test' } as const;

export function ModelInputView({ spec, dataset }: ModelInputViewProps) {
  const { t } = useTranslation();
  const [sample, setSample] = useState(0);
  const settled = useSettled(spec, PAUSE_MILLISECONDS);
  const { result, error } = useLatest('experiments.modelInput', { spec: settled, sample });
  const everySample = useMemo(() => ({ id: dataset.id, filter: [], sort: null }), [dataset.id]);
  const row = useDatasetRows(everySample, sample, sample + 1)(sample);
  const step = (by: number) =>
    setSample((current) => (current + by + dataset.samples) % dataset.samples);
  return (
    <div className="min-w-0" data-testid="model-input">
      <div className="mb-2 flex items-center gap-1">
        <IconButton icon={SkipBack} label={t('augmentation.previous')} onClick={() => step(-1)} />
        <span className="number w-20 text-center text-xs">
          {t('augmentation.sample', { index: sample })}
        </span>
        <IconButton icon={SkipForward} label={t('augmentation.next')} onClick={() => step(1)} />
        {result?.split ? (
          <span className="caption ml-2 flex items-center gap-1.5">
            <span aria-hidden className={`size-2 rounded-full ${dots[result.split]}`} />
            {t(`roles.${result.split}`)}
          </span>
        ) : null}
      </div>
      <div className="grid grid-cols-2 gap-6 max-md:grid-cols-1">
        <div className="min-w-0">
          <h3 className="caption mb-1">{t('preprocessing.raw')}</h3>
          {row ? <RawSampleView dataset={dataset} row={row} /> : <div className="skeleton h-24" />}
        </div>
        <div className="min-w-0">
          <h3 className="caption mb-1">{t('preprocessing.input')}</h3>
          {error ? <ErrorNote error={error} /> : null}
          {error || result ? null : <div className="skeleton h-24" />}
          {result?.split === null ? (
            <p className="text-sm text-muted">{t('preprocessing.dropped')}</p>
          ) : null}
          {result?.split ? <EncodedInputView input={result} /> : null}
        </div>
      </div>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { Misclassified } from '../../../core/contract/RunRecord.ts';
import { SampleImage } from '../../components/SampleImage.tsx';
import { useFormat } from '../../format/useFormat.ts';

interface MisclassifiedCardProps {
  readonly sample: Misclassified;
  /** Missing when it was removed from the library. */
  readonly dataset: DatasetInfo | undefined;
}

const SHOWN_FEATURES = 4;

export function MisclassifiedCard({ sample, dataset }: MisclassifiedCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { actual, predicted, confidence, index } = sample;
  return (
    <figure className="overflow-hidden rounded-lg border border-line bg-raised">
      {dataset?.kind === 'image' ? (
        <SampleImage
          values={sample.values}
          shape={dataset.sampleShape}
          label={t('data.sampleLabel', { index, label: actual })}
          className="aspect-square w-full bg-sunken/60 p-5"
        />
      ) : (
        <dl className="flex flex-col gap-0.5 bg-sunken/60 px-3 py-2 text-xs">
          {(dataset?.featureNames ?? []).slice(0, SHOWN_FEATURES).map((name, feature) => (
            <div key={name} className="flex justify-between gap-2">
              <dt className="truncate text-muted">{name}</dt>
              <dd className="number">{format.decimal(sample.values[feature])}</dd>
            </div>
          ))}
        </dl>
      )}
      <figcaption className="border-t border-line px-3 py-2 text-xs">
        <p className="flex justify-between gap-2">
          <span className="text-muted">{t('wrong.actual')}</span>
          <span className="truncate font-semibold">{actual}</span>
        </p>
        <p className="flex justify-between gap-2">
          <span className="text-muted">{t('wrong.predicted')}</span>
          <span className="truncate font-semibold text-error">{predicted}</span>
        </p>
        <p className="flex justify-between gap-2">
          <span className="text-muted">{t('wrong.confidence')}</span>
          <span className="number">{format.wholePercent(confidence)}</span>
        </p>
      </figcaption>
    </figure>
  );
}

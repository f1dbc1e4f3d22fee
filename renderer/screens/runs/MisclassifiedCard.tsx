import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { Misclassified } from '../../../core/contract/RunRecord.ts';
import { cn } from '../../components/cn.ts';
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
          {sample.text === undefined ? null : <dd className="line-clamp-4">{sample.text}</dd>}
          {(dataset?.columns ?? []).slice(0, SHOWN_FEATURES).map(({ name }, feature) => (
            <div key={name} className="flex justify-between gap-2">
              <dt className="truncate text-muted" title={name}>
                {name}
              </dt>
              <dd className="number shrink-0">{format.cell(sample.values[feature])}</dd>
            </div>
          ))}
        </dl>
      )}
      <figcaption className="border-t border-line px-3 py-2 text-xs">
        <Line name={t('wrong.actual')} value={actual} className="font-semibold" />
        <Line name={t('wrong.predicted')} value={predicted} className="font-semibold text-error" />
        <Line
          name={t('wrong.confidence')}
          value={format.wholePercent(confidence)}
          className="number"
        />
      </figcaption>
    </figure>
  );
}

interface LineProps {
  readonly name: string;
  readonly value: string;
  readonly className: string;
}

/** The value gives way, never the name: the whole value is in its tooltip. */
function Line({ name, value, className }: LineProps) {
  return (
    <p className="flex justify-between gap-2 whitespace-nowrap">
      <span className="shrink-0 text-muted">{name}</span>
      <span className={cn('truncate', className)} title={value}>
        {value}
      </span>
    </p>
  );
}

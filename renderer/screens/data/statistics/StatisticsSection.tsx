/**
 * The dataset in numbers, to be looked at before anything is trained. What stands out leads to its
 * samples.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { DatasetStatistics } from '../../../../core/contract/DatasetStatistics.ts';
import { Button } from '../../../components/Button.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { Section } from '../../../components/Section.tsx';
import { useRequest } from '../../../components/useRequest.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { BrightnessCard } from './BrightnessCard.tsx';
import { ColumnCard } from './ColumnCard.tsx';
import { ImageSizeFacts } from './ImageSizeFacts.tsx';
import { MeanImages } from './MeanImages.tsx';
import { NumberCard } from './NumberCard.tsx';
import { StatisticsFacts } from './StatisticsFacts.tsx';
import { TextCards } from './TextCards.tsx';
import { useShowSamples } from './useShowSamples.ts';

/** What is larger takes seconds, and is computed when somebody wants it. */
const LARGE_BYTES = 100_000_000;

export function StatisticsSection({ dataset }: { readonly dataset: DatasetInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isWanted, setIsWanted] = useState(dataset.bytes <= LARGE_BYTES);
  const { result, error } = useRequest(
    'datasets.statistics',
    isWanted ? { id: dataset.id } : null,
    dataset.hash,
  );
  return (
    <Section title={t('statistics.title')} note={t('statistics.note')}>
      {error ? <ErrorNote error={error} /> : null}
      {result ? <Measured dataset={dataset} statistics={result} /> : null}
      {isWanted ? null : (
        <p className="flex items-center gap-3 text-muted">
          {t('statistics.large', { size: format.bytes(dataset.bytes) })}
          <Button onClick={() => setIsWanted(true)}>{t('statistics.compute')}</Button>
        </p>
      )}
      {isWanted && !result && !error ? (
        <div role="status" className="skeleton h-40" aria-label={t('statistics.computing')} />
      ) : null}
    </Section>
  );
}

interface MeasuredProps {
  readonly dataset: DatasetInfo;
  readonly statistics: DatasetStatistics;
}

function Measured({ dataset, statistics }: MeasuredProps) {
  const { t } = useTranslation();
  const show = useShowSamples(dataset.id);
  const { target, columns, columnsLeftOut, text, image } = statistics;
  const { imageSizes } = dataset;
  const classes = dataset.target.kind === 'class' ? dataset.target.labels : [];
  return (
    <div className="flex flex-col gap-5" data-testid="statistics">
      <StatisticsFacts statistics={statistics} onShow={show} />
      {image ? <ImageSizeFacts dataset={dataset} /> : null}
      {image ? <MeanImages dataset={dataset} means={image.means} /> : null}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-6 gap-y-5">
        {target.kind === 'number' ? (
          <NumberCard
            name={dataset.target.name}
            note={t('statistics.target')}
            numbers={target.numbers}
            onShow={show}
          />
        ) : null}
        {image ? <BrightnessCard image={image} onShow={show} /> : null}
        {imageSizes && imageSizes.distinct > 1 ? (
          <>
            <NumberCard
              name={t('statistics.widths')}
              note={t('statistics.inFiles')}
              numbers={imageSizes.widths}
              onShow={show}
            />
            <NumberCard
              name={t('statistics.heights')}
              note={t('statistics.inFiles')}
              numbers={imageSizes.heights}
              onShow={show}
            />
          </>
        ) : null}
        {text ? <TextCards text={text} /> : null}
        {columns.map((column) => (
          <ColumnCard key={column.name} column={column} classes={classes} onShow={show} />
        ))}
      </ul>
      {columnsLeftOut > 0 ? (
        <p className="caption">
          {t('statistics.leftOut', { shown: columns.length, more: columnsLeftOut })}
        </p>
      ) : null}
    </div>
  );
}

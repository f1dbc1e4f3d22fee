import { useTranslation } from 'react-i18next';
import type { ColumnStatistics } from '../../../../core/contract/DatasetStatistics.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { NumberCard } from './NumberCard.tsx';
import { RelationNote } from './RelationNote.tsx';
import { ShareBars } from './ShareBars.tsx';
import { StatisticsCard } from './StatisticsCard.tsx';
import type { ShowSamples } from './useShowSamples.ts';

interface ColumnCardProps {
  readonly column: ColumnStatistics;
  readonly classes: readonly string[];
  readonly onShow: ShowSamples;
}

const DAY = 86_400_000;
const SHOWN_CATEGORIES = 5;

export function ColumnCard({ column, classes, onShow }: ColumnCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, missing } = column;
  const note =
    missing > 0 ? (
      <span className="text-attention">
        {t('statistics.missing', { shown: format.integer(missing) })}
      </span>
    ) : null;
  if (column.type === 'category') {
    const more = column.categories - SHOWN_CATEGORIES;
    return (
      <StatisticsCard name={name} note={note}>
        <ShareBars bars={column.most.slice(0, SHOWN_CATEGORIES)} />
        {more > 0 ? (
          <p className="caption">
            {t('statistics.moreCategories', { shown: format.integer(more) })}
          </p>
        ) : null}
      </StatisticsCard>
    );
  }
  const { numbers, relation } = column;
  if (!numbers) {
    return (
      <StatisticsCard name={name} note={note}>
        <p className="caption">{t('statistics.noValue')}</p>
      </StatisticsCard>
    );
  }
  const isDate = column.type === 'date';
  return (
    <NumberCard
      name={name}
      note={note}
      numbers={numbers}
      onShow={onShow}
      {...(isDate ? { format: dateOf } : {})}
    >
      {relation ? (
        <RelationNote
          relation={relation}
          classes={classes}
          {...(isDate ? { format: dateOf } : {})}
        />
      ) : null}
    </NumberCard>
  );
}

const dateOf = (days: number) => new Date(Math.round(days) * DAY).toISOString().slice(0, 10);

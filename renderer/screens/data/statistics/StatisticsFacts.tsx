import { useTranslation } from 'react-i18next';
import type { DatasetStatistics } from '../../../../core/contract/DatasetStatistics.ts';
import { Button } from '../../../components/Button.tsx';
import { Fact } from '../../../components/Fact.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import type { ShowSamples } from './useShowSamples.ts';

interface StatisticsFactsProps {
  readonly statistics: DatasetStatistics;
  readonly onShow: ShowSamples;
}

/** Balance, copies and contradictions: what spoils a training before it begins. */
export function StatisticsFacts({ statistics, onShow }: StatisticsFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { target, duplicates, columns } = statistics;
  const missing = columns.reduce((sum, column) => sum + column.missing, 0);
  const copies = duplicates.examples.flatMap(({ indices }) => indices);
  const conflicts = duplicates.examples
    .filter(({ isConflict }) => isConflict)
    .flatMap(({ indices }) => indices);
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-3">
      {target.kind === 'class' ? (
        <Fact label={t('statistics.imbalance')}>
          {format.compact(target.imbalance)} : 1
          {target.empty > 0 ? (
            <span className="ml-2 font-sans text-xs text-attention">
              {t('statistics.emptyClasses', { shown: format.integer(target.empty) })}
            </span>
          ) : null}
        </Fact>
      ) : null}
      {columns.length > 0 ? (
        <Fact label={t('statistics.missingValues')}>{format.integer(missing)}</Fact>
      ) : null}
      <Found
        label={t('statistics.copies')}
        count={duplicates.copies}
        indices={copies}
        onShow={onShow}
      />
      <Found
        label={t('statistics.conflicts')}
        count={duplicates.conflicts}
        indices={conflicts}
        onShow={onShow}
      />
    </dl>
  );
}

interface FoundProps {
  readonly label: string;
  readonly count: number;
  readonly indices: readonly number[];
  readonly onShow: ShowSamples;
}

function Found({ label, count, indices, onShow }: FoundProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Fact label={label}>
      {format.integer(count)}
      {count > 0 ? (
        <Button
          variant="link"
          size="inline"
          className="ml-2 font-sans text-xs"
          aria-label={t('statistics.showOf', { name: label })}
          onClick={() => onShow(label, indices)}
        >
          {t('statistics.show')}
        </Button>
      ) : null}
    </Fact>
  );
}

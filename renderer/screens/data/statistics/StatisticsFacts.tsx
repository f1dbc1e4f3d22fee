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
  const { near } = duplicates;
  const missing = columns.reduce((sum, column) => sum + column.missing, 0);
  const groups = duplicates.examples.map(({ indices }) => indices);
  const conflicts = duplicates.examples
    .filter(({ isConflict }) => isConflict)
    .map(({ indices }) => indices);
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
        groups={groups}
        allGroups={duplicates.groups}
        areCopies
        onShow={onShow}
      />
      <Found
        label={t('statistics.conflicts')}
        count={duplicates.conflicts}
        groups={conflicts}
        allGroups={duplicates.conflicts}
        onShow={onShow}
      />
      {near ? (
        <Found
          label={t('statistics.nearCopies')}
          title={t('statistics.nearCopiesHelp')}
          note={
            near.isPartial
              ? t('statistics.nearPartial', {
                  compared: format.integer(near.compared),
                })
              : undefined
          }
          count={near.copies}
          groups={near.examples}
          allGroups={near.groups}
          areCopies
          onShow={onShow}
        />
      ) : null}
    </dl>
  );
}

interface FoundProps {
  readonly label: string;
  readonly title?: string;
  /** What the count does not say. */
  readonly note?: string | undefined;
  readonly count: number;
  /** Samples that belong together; the first groups of `allGroups`. */
  readonly groups: readonly (readonly number[])[];
  readonly allGroups: number;
  /** One of each group says all. */
  readonly areCopies?: boolean;
  readonly onShow: ShowSamples;
}

function Found({ label, title, note, count, groups, allGroups, areCopies, onShow }: FoundProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const show = () => {
    const indices = groups.flat();
    const copies = areCopies ? groups.flatMap(([, ...others]) => others) : null;
    // More samples are concerned than are listed.
    const isCut = areCopies && count > (copies?.length ?? 0);
    const name =
      groups.length < allGroups || isCut
        ? t('statistics.firstGroups', {
            name: label,
            shown: format.integer(groups.length),
            all: format.integer(allGroups),
          })
        : label;
    onShow(name, indices, copies);
  };
  return (
    <Fact label={label} {...(title === undefined ? {} : { title })}>
      {format.integer(count)}
      {count > 0 ? (
        <Button
          variant="link"
          size="inline"
          className="ml-2 font-sans text-xs"
          aria-label={t('statistics.showOf', { name: label })}
          onClick={show}
        >
          {t('statistics.show')}
        </Button>
      ) : null}
      {note ? <span className="caption ml-2 font-sans whitespace-normal">{note}</span> : null}
    </Fact>
  );
}

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { cn } from '../../../components/cn.ts';
import { SplitName } from '../../../components/SplitName.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { IndexButton } from '../edits/IndexButton.tsx';
import { SampleDetail } from '../edits/SampleDetail.tsx';
import type { FoundGroup, FoundRowsByIndex } from './FoundGroup.ts';

interface FoundRowsProps {
  readonly groups: readonly FoundGroup[];
  readonly rows: FoundRowsByIndex;
  readonly dataset: DatasetInfo;
  readonly label: string;
  /** Shown first. */
  readonly column: string | null;
}

const MOST_COLUMNS = 12;
const cell = 'max-w-48 truncate px-2 py-1';
const head = 'max-w-48 truncate px-2 py-1 text-left font-medium';

/** Rows or texts of groups under each other, a wider line between two groups. */
export function FoundRows({ groups, rows, dataset, label, column }: FoundRowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isText = dataset.kind === 'text';
  const names = dataset.columns.map(({ name }) => name);
  const order = [...names.keys()]
    .sort((a, b) => Number(names[b] === column) - Number(names[a] === column))
    .slice(0, MOST_COLUMNS);
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="max-h-96 overflow-auto"
    >
      <table className="w-full text-xs selectable">
        <thead className="text-muted">
          <tr>
            <th scope="col" className={head}>
              {t('filter.split')}
            </th>
            <th scope="col" className={head}>
              #
            </th>
            <th scope="col" className={head} title={dataset.target.name}>
              {dataset.target.name}
            </th>
            {isText ? (
              <th scope="col" className={head}>
                {t('data.text')}
              </th>
            ) : null}
            {order.map((place) => (
              <th key={names[place]} scope="col" className={head} title={names[place]}>
                {names[place]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ members, all }) => (
            <Fragment key={members[0]?.index}>
              {members.map(({ index, split }, at) => {
                const row = rows.get(index);
                if (!row) return null;
                return (
                  <tr
                    key={index}
                    className={cn(
                      at === 0 ? 'border-t-2 border-line-strong' : 'border-t border-line',
                      row.edit?.isExcluded && 'text-faint line-through',
                    )}
                  >
                    <td className={cell}>
                      <SplitName split={split} />
                    </td>
                    <td className={cell}>
                      <SampleDetail dataset={dataset} row={row} split={split}>
                        <IndexButton row={row} />
                      </SampleDetail>
                    </td>
                    <td className={cell} title={format.cell(row.target)}>
                      {format.cell(row.target)}
                    </td>
                    {isText ? (
                      <td className="max-w-160 truncate px-2 py-1" title={row.text}>
                        {row.text}
                      </td>
                    ) : null}
                    {order.map((place) => (
                      <td key={names[place]} className={`${cell} number`}>
                        {format.cell(row.values[place])}
                      </td>
                    ))}
                  </tr>
                );
              })}
              {all > members.length ? (
                <tr className="border-t border-line">
                  <td colSpan={3 + Number(isText) + order.length} className="caption px-2 py-1">
                    {t('leakage.moreInGroup', { shown: format.integer(all - members.length) })}
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

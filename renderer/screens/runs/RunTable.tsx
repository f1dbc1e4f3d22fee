import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cn } from '../../components/cn.ts';
import { RunRow } from './RunRow.tsx';
import {
  type ListedRun,
  type RunColumnKey,
  type RunOrder,
  roomFor,
  runColumns,
  startsDescending,
} from './runColumns.ts';
import { toggleRun } from './toggleRun.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useRunList } from './useRunList.ts';
import { walkRuns } from './walkRuns.ts';

interface RunTableProps {
  readonly runs: readonly ListedRun[];
}

export function RunTable({ runs }: RunTableProps) {
  const { t } = useTranslation();
  const { order, sort, chosen, current } = useRunList();
  useKeptFocus(runs, current);
  const tabbed = runs.find(({ run }) => run.id === current) ?? runs[0];
  return (
    <div className="@container min-h-0 flex-1 scroll-pt-9 overflow-auto">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">
          {t('screens.runs')}. {t('runs.keys')}
        </caption>
        <thead className="text-xs text-muted">
          <tr>
            <th className="sticky top-0 z-10 w-10 border-b border-line bg-surface pl-6">
              <span className="sr-only">{t('runs.compare')}</span>
            </th>
            <SortHead column="name" order={order} onOrder={sort} className="text-left" />
            <SortHead column="status" order={order} onOrder={sort} className="text-left" />
            {runColumns.map(({ key, isNumber, room }) => (
              <SortHead
                key={key}
                column={key}
                order={order}
                onOrder={sort}
                className={cn(isNumber ? 'text-right' : 'text-left', room && roomFor[room])}
              />
            ))}
            <th className="sticky top-0 right-0 z-20 w-12 border-b border-line bg-surface">
              <span className="sr-only">{t('common.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={walkRuns}>
          {runs.map((listed) => (
            <RunRow
              key={listed.run.id}
              {...listed}
              isChosen={chosen.has(listed.run.id)}
              isCurrent={listed === tabbed}
              onToggle={toggleRun}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SortHeadProps {
  readonly column: RunColumnKey;
  readonly order: RunOrder;
  readonly onOrder: (order: RunOrder) => void;
  readonly className: string;
}

function SortHead({ column, order, onOrder, className }: SortHeadProps) {
  const { t } = useTranslation();
  const isOrder = order.key === column;
  const Arrow = order.descending ? ArrowDown : ArrowUp;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={isOrder ? direction : 'none'}
      className={cn('sticky top-0 z-10 border-b border-line bg-surface font-medium', className)}
    >
      <button
        type="button"
        onClick={() =>
          onOrder({
            key: column,
            descending: isOrder ? !order.descending : startsDescending(column),
          })
        }
        className="inline-flex h-8 items-center gap-1 rounded px-2 -outline-offset-2 whitespace-nowrap hover:text-ink"
      >
        {t(`runs.columns.${column}`)}
        {isOrder ? <Arrow aria-hidden className="size-3" /> : null}
      </button>
    </th>
  );
}

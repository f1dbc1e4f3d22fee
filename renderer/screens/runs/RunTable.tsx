import { ArrowDown, ArrowUp } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from '../../components/cn.ts';
import { useInspection } from '../../state/inspection.ts';
import { RunRow } from './RunRow.tsx';
import {
  type ListedRun,
  type RunColumnKey,
  type RunOrder,
  roomFor,
  runColumns,
  startsDescending,
} from './runColumns.ts';

interface RunTableProps {
  readonly runs: readonly ListedRun[];
  readonly order: RunOrder;
  readonly onOrder: (order: RunOrder) => void;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

export function RunTable({ runs, order, onOrder, chosen, onChoose }: RunTableProps) {
  const { t } = useTranslation();
  const inspect = useInspection((state) => state.inspect);
  const latest = useRef(chosen);
  useEffect(() => {
    latest.current = chosen;
  }, [chosen]);
  const toggle = useCallback(
    (id: string) => {
      const next = new Set(latest.current);
      if (!next.delete(id)) next.add(id);
      onChoose(next);
      inspect({ kind: 'help', topic: 'compare' });
    },
    [onChoose, inspect],
  );
  return (
    <div className="@container min-h-0 flex-1 overflow-auto">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{t('screens.runs')}</caption>
        <thead className="text-xs text-muted">
          <tr>
            <th className="sticky top-0 z-10 w-10 border-b border-line bg-surface pl-6">
              <span className="sr-only">{t('runs.compare')}</span>
            </th>
            <SortHead column="name" order={order} onOrder={onOrder} className="text-left" />
            <SortHead column="status" order={order} onOrder={onOrder} className="text-left" />
            {runColumns.map(({ key, isNumber, room }) => (
              <SortHead
                key={key}
                column={key}
                order={order}
                onOrder={onOrder}
                className={cn(isNumber ? 'text-right' : 'text-left', room && roomFor[room])}
              />
            ))}
            <th className="sticky top-0 right-0 z-20 w-12 border-b border-line bg-surface">
              <span className="sr-only">{t('common.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((listed) => (
            <RunRow
              key={listed.run.id}
              {...listed}
              isChosen={chosen.has(listed.run.id)}
              onToggle={toggle}
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

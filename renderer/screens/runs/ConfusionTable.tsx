import { useTranslation } from 'react-i18next';
import type { ConfusionMatrix } from '../../../core/contract/RunRecord.ts';
import { cn } from '../../components/cn.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useInspection } from '../../state/inspection.ts';

export interface ConfusionCell {
  readonly actual: string;
  readonly predicted: string;
}

interface ConfusionTableProps {
  readonly matrix: ConfusionMatrix;
  readonly chosen: ConfusionCell | null;
  /** Without it, the table is only read. */
  readonly onChoose?: (cell: ConfusionCell | null) => void;
  /** The split that was measured. */
  readonly hue: 'validation' | 'test';
}

const inks = { validation: 'var(--validation)', test: 'var(--test)' } as const;

/**
 * Rows are what the samples are, columns what the network says; a wrong cell leads to its samples.
 */
export function ConfusionTable({ matrix, chosen, onChoose, hue }: ConfusionTableProps) {
  const { t } = useTranslation();
  const inspect = useInspection((state) => state.inspect);
  const { labels, counts } = matrix;
  const choose = (cell: ConfusionCell) => {
    const isSame = chosen?.actual === cell.actual && chosen.predicted === cell.predicted;
    onChoose?.(isSame ? null : cell);
    inspect({ kind: 'help', topic: 'confusion' });
  };
  return (
    <div className="overflow-x-auto pb-1">
      <table className="border-separate border-spacing-0.5 text-xs">
        <caption className="sr-only">{t('confusion.title')}</caption>
        <ConfusionHead labels={labels} />
        <tbody>
          {labels.map((actual, row) => (
            <ConfusionRow
              key={actual}
              actual={actual}
              row={row}
              labels={labels}
              counts={counts[row] ?? []}
              chosen={chosen}
              ink={inks[hue]}
              choose={onChoose ? choose : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ConfusionHead({ labels }: { readonly labels: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <td />
        <th scope="colgroup" colSpan={labels.length} className="caption pb-1 font-normal">
          {t('confusion.predicted')}
        </th>
        <td />
      </tr>
      <tr>
        <th scope="col" className="caption pr-3 text-right font-normal">
          {t('confusion.actual')}
        </th>
        {labels.map((label) => (
          <th
            key={label}
            scope="col"
            className="max-w-20 truncate px-1 font-medium text-muted"
            title={label}
          >
            {label}
          </th>
        ))}
        <th scope="col" className="caption pl-3 text-right font-normal">
          {t('confusion.recall')}
        </th>
      </tr>
    </thead>
  );
}

interface ConfusionRowProps {
  readonly actual: string;
  readonly row: number;
  readonly labels: readonly string[];
  /** By predicted class. */
  readonly counts: readonly number[];
  readonly chosen: ConfusionCell | null;
  readonly ink: string;
  readonly choose: ((cell: ConfusionCell) => void) | null;
}

function ConfusionRow(props: ConfusionRowProps) {
  const { actual, row, labels, counts, chosen, ink, choose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (
    <tr>
      <th
        scope="row"
        className="max-w-32 truncate pr-3 text-right font-medium text-muted"
        title={actual}
      >
        {actual}
      </th>
      {labels.map((predicted, column) => (
        <Cell
          key={predicted}
          count={counts[column] ?? 0}
          total={total}
          isRight={row === column}
          ink={ink}
          isChosen={chosen?.actual === actual && chosen.predicted === predicted}
          label={t('confusion.cell', { actual, predicted, count: counts[column] ?? 0 })}
          {...(choose ? { onChoose: () => choose({ actual, predicted }) } : {})}
        />
      ))}
      <td className="number pl-3 text-right text-muted">
        {format.percent(total > 0 ? (counts[row] ?? 0) / total : null)}
      </td>
    </tr>
  );
}

interface CellProps {
  readonly count: number;
  readonly total: number;
  readonly isRight: boolean;
  readonly ink: string;
  readonly isChosen: boolean;
  readonly label: string;
  readonly onChoose?: () => void;
}

function Cell({ count, total, isRight, ink, isChosen, label, onChoose }: CellProps) {
  const share = total > 0 ? count / total : 0;
  const color = isRight ? ink : 'var(--error)';
  const strength = count === 0 ? 0 : isRight ? 12 + share * 28 : 18 + share * 60;
  const look = { background: `color-mix(in srgb, ${color} ${strength}%, var(--sunken))` };
  const box = 'number flex h-8 min-w-10 items-center justify-center rounded-md px-1';
  return (
    <td>
      {isRight || count === 0 || !onChoose ? (
        <span className={cn(box, count === 0 && 'text-faint')} style={look}>
          {count === 0 ? '·' : count}
        </span>
      ) : (
        <button
          type="button"
          aria-label={label}
          aria-pressed={isChosen}
          onClick={onChoose}
          className={cn(box, 'w-full font-semibold', isChosen && 'ring-2 ring-accent')}
          style={look}
        >
          {count}
        </button>
      )}
    </td>
  );
}

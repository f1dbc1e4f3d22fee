import { useTranslation } from 'react-i18next';
import type { InspectedColumn } from '../../../../core/contract/FileInspection.ts';
import { cn } from '../../../components/cn.ts';
import { Section } from '../../../components/Section.tsx';
import { columnUse } from '../../../state/importChoices.ts';
import { useColumnWords } from './useColumnWords.ts';

interface FirstRowsProps {
  readonly columns: readonly InspectedColumn[];
  readonly rows: readonly (readonly string[])[];
}

const MOST_ROWS = 12;
const MOST_COLUMNS = 40;

const looks: Partial<Record<ReturnType<typeof columnUse>, string>> = {
  target: 'bg-accent-soft text-accent-ink',
  skip: 'text-faint line-through decoration-line-strong',
};

/** As the file writes them; the target stands out, and what is left out is struck. */
export function FirstRows({ columns, rows }: FirstRowsProps) {
  const { t } = useTranslation();
  const wordsOf = useColumnWords();
  const shown = columns.slice(0, MOST_COLUMNS);
  return (
    <Section title={t('import.rows')} note={t('import.rowsNote')}>
      <section
        aria-label={t('import.rows')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto rounded-lg border border-line"
      >
        <table className="w-full text-left selectable" data-testid="import-rows">
          <thead className="text-xs text-muted">
            <tr>
              {shown.map((column) => (
                <th
                  key={column.name}
                  scope="col"
                  className={cn(
                    'max-w-72 truncate px-3 py-1.5 font-medium',
                    looks[columnUse(column)],
                  )}
                  title={column.name}
                >
                  {column.name}
                  <span className="block font-normal text-faint no-underline">
                    {wordsOf(columnUse(column))}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="number text-xs">
            {rows.slice(0, MOST_ROWS).map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no names but their places.
              <tr key={place} className="border-t border-line">
                {shown.map((column, at) => (
                  <td
                    key={column.name}
                    title={row[at]}
                    className={cn('max-w-72 truncate px-3 py-1', looks[columnUse(column)])}
                  >
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

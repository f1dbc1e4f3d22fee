/**
 * The columns one below the other: what each is used as, with its first values and what is missing.
 * Rows are made as they come into sight, for a table may have hundreds of columns.
 */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectedColumn } from '../../../../core/contract/FileInspection.ts';
import { cn } from '../../../components/cn.ts';
import { Section } from '../../../components/Section.tsx';
import { Select } from '../../../components/Select.tsx';
import { useVirtualRows } from '../../../components/useVirtualRows.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { type ColumnUse, columnUse, usesFor, withUse } from '../../../state/importChoices.ts';
import { type ImportDraft, useImporting } from '../../../state/importing.ts';
import { useInspection } from '../../../state/inspection.ts';
import { useColumnWords } from './useColumnWords.ts';

interface ImportColumnsProps {
  readonly draft: ImportDraft;
  readonly columns: readonly InspectedColumn[];
  readonly rows: readonly (readonly string[])[];
}

const ROW = 40;
const MOST_ROWS_IN_SIGHT = 9;
const EXAMPLES = 6;
const grid =
  'grid grid-cols-[minmax(7rem,1fr)_9rem_minmax(6rem,2fr)_5rem_5rem] items-center gap-x-4 px-3';

export function ImportColumns({ draft, columns, rows }: ImportColumnsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const { first, end, height } = useVirtualRows(box, columns.length, ROW);
  const all = draft.inspection?.columnCount ?? columns.length;
  return (
    <Section
      title={t('import.columns')}
      note={
        all > columns.length
          ? t('import.cut', { shown: columns.length, all: format.integer(all) })
          : t('import.columnsNote')
      }
    >
      <div className="rounded-lg border border-line">
        <div className={cn(grid, 'h-8 text-xs font-medium text-muted')}>
          <span>{t('import.column')}</span>
          <span>{t('import.usedAs')}</span>
          <span>{t('import.examples')}</span>
          <span className="text-right">{t('import.distinct')}</span>
          <span className="text-right">{t('import.missing')}</span>
        </div>
        <div
          ref={box}
          className="overflow-y-auto border-t border-line"
          style={{ maxHeight: MOST_ROWS_IN_SIGHT * ROW }}
        >
          <ul style={{ height, paddingTop: first * ROW }} aria-label={t('import.columns')}>
            {columns.slice(first, end).map((column, place) => (
              <ColumnRow
                key={column.name}
                draft={draft}
                column={column}
                values={rows.slice(0, EXAMPLES).map((row) => row[first + place] ?? '')}
              />
            ))}
          </ul>
        </div>
      </div>
    </Section>
  );
}

interface ColumnRowProps {
  readonly draft: ImportDraft;
  readonly column: InspectedColumn;
  readonly values: readonly string[];
}

function ColumnRow({ draft: { choices }, column, values }: ColumnRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useColumnWords();
  const choose = useImporting((state) => state.choose);
  const inspect = useInspection((state) => state.inspect);
  const use = columnUse(column);
  const examples = values.filter((value) => value.trim() !== '').join(' · ');
  return (
    <li className={cn(grid, 'border-line not-first:border-t', use === 'skip' && 'text-faint')}>
      <span
        className={cn('truncate font-medium', use === 'target' && 'text-accent-ink')}
        title={column.name}
      >
        {column.name}
      </span>
      <div
        style={{ height: ROW - 1 }}
        className="flex items-center"
        onFocusCapture={() => inspect({ kind: 'importOption', option: optionOf(use) })}
      >
        <Select
          label={t('import.use', { name: column.name })}
          value={use}
          options={usesFor(column).map((one) => ({ value: one, label: wordsOf(one) }))}
          onChange={(next) => choose(withUse(choices, column.name, next as ColumnUse))}
        />
      </div>
      <span className="number truncate text-xs text-muted" title={examples}>
        {examples}
      </span>
      <span className="number text-right text-xs">{format.integer(column.distinct)}</span>
      <span
        className={cn(
          'number text-right text-xs',
          column.missing > 0 ? 'text-attention' : 'text-faint',
        )}
      >
        {format.integer(column.missing)}
      </span>
    </li>
  );
}

function optionOf(use: ColumnUse) {
  if (use === 'target' || use === 'text') return use;
  return use === 'split' ? 'splitColumn' : 'columns';
}

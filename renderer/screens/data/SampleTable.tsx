import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { cn } from '../../components/cn.ts';
import { useVirtualRows } from '../../components/useVirtualRows.ts';
import { useFormat } from '../../format/useFormat.ts';
import { IndexButton } from './edits/IndexButton.tsx';
import { SampleDetail } from './edits/SampleDetail.tsx';
import type { SampleQuery } from './filter/useFoundSamples.ts';
import { type DatasetRow, useDatasetRows } from './useDatasetRows.ts';

const ROW = 28;
const MAXIMUM_FEATURES = 100;

interface SampleTableProps {
  readonly dataset: DatasetInfo;
  readonly query: SampleQuery;
  /** Samples that it finds. */
  readonly total: number;
}

/**
 * The samples of a query, row by row as they come into sight; very wide ones show their first
 * features.
 */
export function SampleTable({ dataset, query, total }: SampleTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const { first, end, height } = useVirtualRows(box, total, ROW);
  const rowOf = useDatasetRows(query, first, end, dataset.hash);
  const targetTitle = ({ edit, target }: DatasetRow) =>
    edit && edit.importedTarget !== null
      ? `${format.cell(target)} · ${t('edits.imported', { target: format.cell(edit.importedTarget) })}`
      : format.cell(target);
  const isText = dataset.kind === 'text';
  const columns = dataset.columns.slice(0, MAXIMUM_FEATURES);
  const places = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  return (
    <section
      ref={box}
      aria-label={t('data.allSamples')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto rounded-lg border border-line"
    >
      <table
        aria-rowcount={total}
        className="w-full border-separate border-spacing-0 text-right selectable"
      >
        <thead>
          <tr className="sticky top-0 z-10 bg-surface text-xs text-muted">
            <Head>#</Head>
            <Head className="text-left">{dataset.target.name}</Head>
            {isText ? <Head className="text-left">{t('data.text')}</Head> : null}
            {columns.map(({ name, type }) => (
              <Head key={name} className={looks[type]}>
                {name}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody className="number text-xs">
          <tr aria-hidden style={{ height: first * ROW }} />
          {places.map((place) => {
            const row = rowOf(place);
            return (
              <tr
                key={place}
                aria-rowindex={place + 1}
                style={{ height: ROW }}
                className={cn(row?.edit?.isExcluded && 'text-faint line-through')}
              >
                <td className="border-t border-line px-2">
                  {row ? (
                    <SampleDetail dataset={dataset} row={row}>
                      <IndexButton row={row} />
                    </SampleDetail>
                  ) : null}
                </td>
                <td
                  className={cn(
                    'max-w-72 truncate border-t border-line px-3 text-left font-sans',
                    row?.edit && row.edit.importedTarget !== null && 'font-medium text-accent-ink',
                  )}
                  title={row && targetTitle(row)}
                >
                  {row && format.cell(row.target)}
                </td>
                {isText ? (
                  <td
                    className="max-w-160 truncate border-t border-line px-3 text-left font-sans"
                    title={row?.text}
                  >
                    {row?.text}
                  </td>
                ) : null}
                {columns.map(({ name, type }, feature) => (
                  <td
                    key={name}
                    className={cn('max-w-72 truncate border-t border-line px-3', looks[type])}
                  >
                    {row ? format.cell(row.values[feature]) : ''}
                  </td>
                ))}
              </tr>
            );
          })}
          <tr aria-hidden style={{ height: height - end * ROW }} />
        </tbody>
      </table>
    </section>
  );
}

/** Words stand on the left, and numbers line up on the right. */
const looks = { number: '', date: '', category: 'text-left font-sans' } as const;

interface HeadProps {
  readonly children: string;
  readonly className?: string;
}

function Head({ children, className = '' }: HeadProps) {
  return (
    <th
      scope="col"
      title={children}
      className={`sticky top-0 max-w-72 truncate bg-surface px-3 py-1.5 font-medium ${className}`}
    >
      {children}
    </th>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { cn } from '../../components/cn.ts';
import { useVirtualRows } from '../../components/useVirtualRows.ts';
import { ImageButton } from './edits/ImageButton.tsx';
import { SampleDetail } from './edits/SampleDetail.tsx';
import type { SampleQuery } from './filter/useFoundSamples.ts';
import { useDatasetRows } from './useDatasetRows.ts';

const TILE = 56;
const GAP = 8;
const ROW = TILE + 22 + GAP;

interface ImageGridProps {
  readonly dataset: DatasetInfo;
  readonly query: SampleQuery;
  /** Images that it finds. */
  readonly total: number;
}

/** The images of a query, drawn as they come into sight. */
export function ImageGrid({ dataset, query, total }: ImageGridProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(box);
  const rows = Math.ceil(total / columns);
  const { first, end, height } = useVirtualRows(box, rows, ROW);
  const rowOf = useDatasetRows(query, first * columns, end * columns, dataset.hash);
  const count = Math.max(0, Math.min(end * columns, total) - first * columns);
  const places = Array.from({ length: count }, (_, at) => first * columns + at);
  return (
    <section
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="relative min-h-0 flex-1 overflow-y-auto"
      aria-label={t('data.allSamples')}
    >
      <div style={{ height }} className="relative">
        {places.map((place) => {
          const row = rowOf(place);
          const style = {
            top: Math.floor(place / columns) * ROW,
            left: (place % columns) * (TILE + GAP),
            width: TILE,
          };
          return (
            <figure key={place} className="absolute" style={style}>
              {row ? (
                <SampleDetail dataset={dataset} row={row}>
                  <ImageButton dataset={dataset} row={row} />
                </SampleDetail>
              ) : (
                <div className="skeleton size-14" />
              )}
              <figcaption
                title={
                  row?.edit && row.edit.importedTarget !== null
                    ? t('edits.imported', { target: row.edit.importedTarget })
                    : undefined
                }
                className={cn(
                  'truncate text-center text-xs leading-5 text-muted',
                  row?.edit && 'font-medium text-accent-ink',
                  row?.edit?.isExcluded && 'text-faint line-through',
                )}
              >
                {row?.target}
              </figcaption>
            </figure>
          );
        })}
      </div>
    </section>
  );
}

function useColumns(box: React.RefObject<HTMLDivElement | null>): number {
  const [columns, setColumns] = useState(10);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const recount = () =>
      setColumns(Math.max(1, Math.floor((element.clientWidth + GAP) / (TILE + GAP))));
    const observer = new ResizeObserver(recount);
    observer.observe(element);
    recount();
    return () => observer.disconnect();
  }, [box]);
  return columns;
}

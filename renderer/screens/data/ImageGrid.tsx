import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { SampleImage } from '../../components/SampleImage.tsx';
import { useVirtualRows } from '../../components/useVirtualRows.ts';
import { useDatasetRows } from './useDatasetRows.ts';

const TILE = 56;
const GAP = 8;
const ROW = TILE + 22 + GAP;

/** All images, drawn as they come into sight. */
export function ImageGrid({ dataset }: { readonly dataset: DatasetInfo }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(box);
  const rows = Math.ceil(dataset.samples / columns);
  const { first, end, height } = useVirtualRows(box, rows, ROW);
  const rowOf = useDatasetRows(dataset.id, first * columns, end * columns);
  const count = Math.max(0, Math.min(end * columns, dataset.samples) - first * columns);
  const indices = Array.from({ length: count }, (_, place) => first * columns + place);
  return (
    <section
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="relative min-h-0 flex-1 overflow-y-auto"
      aria-label={t('data.allSamples')}
    >
      <div style={{ height }} className="relative">
        {indices.map((index) => {
          const row = rowOf(index);
          const style = {
            top: Math.floor(index / columns) * ROW,
            left: (index % columns) * (TILE + GAP),
            width: TILE,
          };
          return (
            <figure key={index} className="absolute" style={style}>
              {row ? (
                <SampleImage
                  values={row.values}
                  shape={dataset.sampleShape}
                  label={t('data.sampleLabel', { index, label: row.target })}
                  className="size-14 rounded-md bg-sunken p-1"
                />
              ) : (
                <div className="skeleton size-14" />
              )}
              <figcaption className="truncate text-center text-xs leading-5 text-muted">
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

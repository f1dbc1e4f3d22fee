/**
 * The samples of a dataset in pages, fetched as they come into sight and kept while the dataset is
 * shown.
 */
import { useEffect, useRef, useState } from 'react';
import type { DatasetPage } from '../../../core/contract/DatasetInfo.ts';
import { request } from '../../studio.ts';

export const PAGE_SIZE = 100;

export type DatasetRow = DatasetPage['rows'][number];

/** Gives the row of an index; undefined until its page has arrived. */
export function useDatasetRows(id: string, first: number, end: number) {
  const asked = useRef(new Set<number>());
  const [pages, setPages] = useState<ReadonlyMap<number, readonly DatasetRow[]>>(new Map());

  useEffect(() => {
    const last = Math.floor(Math.max(first, end - 1) / PAGE_SIZE);
    for (let page = Math.floor(first / PAGE_SIZE); page <= last; page += 1) {
      if (asked.current.has(page)) continue;
      asked.current.add(page);
      request('datasets.page', { id, offset: page * PAGE_SIZE, limit: PAGE_SIZE }).then(
        ({ rows }) => setPages((known) => new Map([...known, [page, rows]])),
        // Asked for again when it next comes into sight.
        () => asked.current.delete(page),
      );
    }
  }, [id, first, end]);

  return (index: number) => pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}

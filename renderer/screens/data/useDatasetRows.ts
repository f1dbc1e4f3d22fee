/**
 * The samples that a query finds in pages, fetched as they come into sight and kept while they are
 * shown.
 */
import { useEffect, useRef, useState } from 'react';
import type { DatasetPage } from '../../../core/contract/DatasetInfo.ts';
import { request } from '../../studio.ts';
import type { SampleQuery } from './filter/useFoundSamples.ts';

export const PAGE_SIZE = 100;

export type DatasetRow = DatasetPage['rows'][number];

/**
 * Gives the row of a place among those found; undefined until its page has arrived. One that asks
 * something else is another component.
 */
export function useDatasetRows(query: SampleQuery, first: number, end: number) {
  const asked = useRef(new Set<number>());
  const [pages, setPages] = useState<ReadonlyMap<number, readonly DatasetRow[]>>(new Map());

  useEffect(() => {
    const last = Math.floor(Math.max(first, end - 1) / PAGE_SIZE);
    for (let page = Math.floor(first / PAGE_SIZE); page <= last; page += 1) {
      if (asked.current.has(page)) continue;
      asked.current.add(page);
      request('datasets.page', { ...query, offset: page * PAGE_SIZE, limit: PAGE_SIZE }).then(
        ({ rows }) => setPages((known) => new Map([...known, [page, rows]])),
        // Asked for again when it next comes into sight.
        () => asked.current.delete(page),
      );
    }
  }, [query, first, end]);

  return (place: number) => pages.get(Math.floor(place / PAGE_SIZE))?.[place % PAGE_SIZE];
}

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
 * something else is another component; another `version` of the dataset is asked anew, and what is
 * known stays in sight until it has come.
 */
export function useDatasetRows(query: SampleQuery, first: number, end: number, version = '') {
  const asked = useRef({ version, pages: new Set<number>() });
  const [pages, setPages] = useState<ReadonlyMap<number, readonly DatasetRow[]>>(new Map());

  useEffect(() => {
    if (asked.current.version !== version) asked.current = { version, pages: new Set() };
    const { pages: known } = asked.current;
    const last = Math.floor(Math.max(first, end - 1) / PAGE_SIZE);
    for (let page = Math.floor(first / PAGE_SIZE); page <= last; page += 1) {
      if (known.has(page)) continue;
      known.add(page);
      request('datasets.page', { ...query, offset: page * PAGE_SIZE, limit: PAGE_SIZE }).then(
        ({ rows }) => {
          if (asked.current.pages === known) setPages((all) => new Map([...all, [page, rows]]));
        },
        // Asked for again when it next comes into sight.
        () => known.delete(page),
      );
    }
  }, [query, first, end, version]);

  return (place: number) => pages.get(Math.floor(place / PAGE_SIZE))?.[place % PAGE_SIZE];
}

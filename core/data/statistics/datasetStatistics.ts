/**
 * A dataset in numbers, over all its samples: to be looked at before anything is trained.
 *
 * One pass a column, so that memory is one column beside the dataset itself. It takes seconds where
 * a dataset is large: callers keep it off threads that others wait for.
 */
import type { DatasetStatistics } from '../../contract/DatasetStatistics.ts';
import type { Dataset } from '../Dataset.ts';
import { withoutExcluded } from '../edits/withoutExcluded.ts';
import { columnStatistics } from './columnStatistics.ts';
import { duplicateStatistics } from './duplicateStatistics.ts';
import { imageStatistics } from './imageStatistics.ts';
import { numberStatistics } from './numberStatistics.ts';
import { textStatistics } from './textStatistics.ts';
import { withPlaces } from './withPlaces.ts';

const MOST_COLUMNS = 200;

/** Of a dataset with at least one sample that is not excluded; those that are do not count. */
export function datasetStatistics(whole: Dataset): DatasetStatistics {
  const { dataset, placeOf } = withoutExcluded(whole);
  return withPlaces(statisticsOf(dataset), placeOf);
}

function statisticsOf(dataset: Dataset): DatasetStatistics {
  const { samples, columns } = dataset;
  const shown = columns.slice(0, MOST_COLUMNS);
  return {
    samples,
    target: targetStatistics(dataset),
    duplicates: duplicateStatistics(dataset),
    columns: shown.map((_, place) => columnStatistics(dataset, place)),
    columnsLeftOut: columns.length - shown.length,
    text: dataset.kind === 'text' ? textStatistics(dataset) : null,
    image: dataset.kind === 'image' ? imageStatistics(dataset) : null,
  };
}

function targetStatistics({ target, targets }: Dataset): DatasetStatistics['target'] {
  if (target.kind === 'number') {
    const numbers = numberStatistics(targets);
    if (!numbers) throw new Error('There are no samples.');
    return { kind: 'number', numbers };
  }
  const present = target.counts.filter((count) => count > 0);
  const [least, most] = present.reduce(
    ([low, high], count) => [Math.min(low, count), Math.max(high, count)],
    [Number.POSITIVE_INFINITY, 0],
  );
  return {
    kind: 'class',
    counts: [...target.counts],
    imbalance: most / least,
    empty: target.counts.length - present.length,
  };
}

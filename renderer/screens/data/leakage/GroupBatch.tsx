/** Some groups of samples as they are: images side by side, rows and texts under each other. */
import { useMemo } from 'react';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { LeakageFinding } from '../../../../core/contract/LeakageReport.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { useRequest } from '../../../components/useRequest.ts';
import { FoundImages } from './FoundImages.tsx';
import { FoundRows } from './FoundRows.tsx';

/** Of a group. */
const MOST_SAMPLES = 24;

interface GroupBatchProps {
  readonly groups: LeakageFinding['groups'];
  readonly dataset: DatasetInfo;
  /** Of the table of rows, for the ear. */
  readonly label: string;
  /** The one that the finding is about; null where it is about none. */
  readonly column: string | null;
}

export function GroupBatch({ groups, dataset, label, column }: GroupBatchProps) {
  const shown = useMemo(
    () => groups.map((group) => ({ all: group.length, members: group.slice(0, MOST_SAMPLES) })),
    [groups],
  );
  const indices = [...new Set(shown.flatMap(({ members }) => members.map(({ index }) => index)))];
  const { result, error } = useRequest(
    'datasets.page',
    {
      id: dataset.id,
      offset: 0,
      limit: 500,
      filter: [{ kind: 'samples', indices }],
      sort: null,
    },
    dataset.hash,
  );
  if (error) return <ErrorNote error={error} />;
  if (!result) return <div className="skeleton h-16" />;
  const rows = new Map(result.rows.map((row) => [row.index, row]));
  if (dataset.kind === 'image') return <FoundImages groups={shown} rows={rows} dataset={dataset} />;
  return <FoundRows groups={shown} rows={rows} dataset={dataset} label={label} column={column} />;
}

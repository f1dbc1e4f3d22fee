/**
 * Asks how many samples a filter finds, and gives the last one answered: the samples in sight change
 * when the new ones are known, not before.
 */
import { useEffect, useState } from 'react';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { StudioParams } from '../../../../core/contract/StudioApi.ts';
import type { StudioError } from '../../../../core/contract/StudioError.ts';
import { useSettled } from '../../../components/useSettled.ts';
import type { SampleFilter } from '../../../state/sampleFilters.ts';
import { toStudioError } from '../../../state/toStudioError.ts';
import { request } from '../../../studio.ts';
import { conditionsOf } from './conditionsOf.ts';

export type SampleQuery = Pick<StudioParams<'datasets.page'>, 'id' | 'filter' | 'sort'>;

export interface FoundSamples {
  readonly query: SampleQuery;
  readonly total: number;
  readonly error: StudioError | null;
}

const SETTLING_MILLISECONDS = 150;

export function useFoundSamples(
  { id, hash, samples }: DatasetInfo,
  filter: SampleFilter,
  spec: ExperimentSpec | null,
): FoundSamples {
  const wished = JSON.stringify({ id, filter: conditionsOf(filter, spec), sort: filter.sort });
  const key = useSettled(wished, SETTLING_MILLISECONDS);
  const [found, setFound] = useState<FoundSamples>({
    query: { id, filter: [], sort: null },
    total: samples,
    error: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an edited dataset is asked the same again.
  useEffect(() => {
    let current = true;
    const query: SampleQuery = JSON.parse(key);
    request('datasets.page', { ...query, offset: 0, limit: 1 }).then(
      ({ total }) => current && setFound({ query, total, error: null }),
      (error) => current && setFound({ query, total: 0, error: toStudioError(error) }),
    );
    return () => {
      current = false;
    };
  }, [key, hash]);
  return found;
}

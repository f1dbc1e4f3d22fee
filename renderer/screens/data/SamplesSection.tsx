/** The samples themselves, all or those that are looked for. */
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Section } from '../../components/Section.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useExperiment } from '../../state/experiment.ts';
import { noFilter, useSampleFilters } from '../../state/sampleFilters.ts';
import { ExcludeButton } from './edits/ExcludeButton.tsx';
import { conditionsOf } from './filter/conditionsOf.ts';
import { FilterBar } from './filter/FilterBar.tsx';
import { useFoundSamples } from './filter/useFoundSamples.ts';
import { ImageGrid } from './ImageGrid.tsx';
import { SampleTable } from './SampleTable.tsx';
import { SAMPLES_SECTION } from './samplesSectionId.ts';

interface SamplesSectionProps {
  readonly dataset: DatasetInfo;
  /** By the open experiment. */
  readonly isUsed: boolean;
}

export function SamplesSection({ dataset, isUsed }: SamplesSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const filter = useSampleFilters(({ filters }) => filters[dataset.id]) ?? noFilter;
  const clear = useSampleFilters((state) => state.clear);
  // Only a split needs the experiment, and that changes with every step of a slider.
  const spec = useExperiment(({ draft }) =>
    isUsed && filter.split !== null ? (draft?.spec ?? null) : null,
  );
  const { query, total, error } = useFoundSamples(dataset, filter, spec);
  // Where other conditions narrow the list, the button would exclude samples that are not in sight.
  const isAlone = conditionsOf(filter, spec).length === 1;
  const { edits, samples } = dataset;
  const note = edits?.excluded
    ? t('edits.someExcluded', {
        samples: format.integer(samples),
        excluded: format.integer(edits.excluded),
      })
    : format.integer(samples);
  const { indices = [], copies = null } = filter.samples ?? {};
  const Samples = dataset.kind === 'image' ? ImageGrid : SampleTable;
  return (
    <Section
      id={SAMPLES_SECTION}
      title={t('data.samplesTitle')}
      note={note}
      className="flex min-h-110 flex-1 flex-col"
    >
      <FilterBar dataset={dataset} isUsed={isUsed} total={total} />
      {filter.samples && isAlone && total > 0 ? (
        <p className="mb-2">
          <ExcludeButton
            dataset={dataset.id}
            indices={copies ?? indices}
            label={
              copies
                ? t('edits.keepFirstListed', { samples: format.integer(copies.length) })
                : t('edits.excludeThese', { count: indices.length })
            }
          />
        </p>
      ) : null}
      {error ? (
        <ErrorNote error={error} />
      ) : total === 0 ? (
        <EmptyState icon={SearchX} title={t('filter.nothing')} text={t('filter.nothingText')}>
          <Button onClick={() => clear(dataset.id)}>{t('filter.clear')}</Button>
        </EmptyState>
      ) : (
        <Samples key={JSON.stringify(query)} dataset={dataset} query={query} total={total} />
      )}
    </Section>
  );
}

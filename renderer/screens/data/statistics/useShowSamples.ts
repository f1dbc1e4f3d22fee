import { noFilter, useSampleFilters } from '../../../state/sampleFilters.ts';
import { SAMPLES_SECTION } from '../samplesSectionId.ts';

export type ShowSamples = (title: string, indices: readonly number[]) => void;

/** Shows some samples of the dataset where all of them are shown. */
export function useShowSamples(dataset: string): ShowSamples {
  const change = useSampleFilters((state) => state.change);
  return (title, indices) => {
    change(dataset, { ...noFilter, samples: { title, indices } });
    document.getElementById(SAMPLES_SECTION)?.scrollIntoView({ block: 'nearest' });
  };
}

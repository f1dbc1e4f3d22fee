import { noFilter, useSampleFilters } from '../../../state/sampleFilters.ts';
import { SAMPLES_SECTION } from '../samplesSectionId.ts';

/** `copies`: those of them that equal another one, so that they can be taken out. */
export type ShowSamples = (
  title: string,
  indices: readonly number[],
  copies?: readonly number[] | null,
) => void;

/** Shows some samples of the dataset where all of them are shown. */
export function useShowSamples(dataset: string): ShowSamples {
  const change = useSampleFilters((state) => state.change);
  return (title, indices, copies = null) => {
    change(dataset, { ...noFilter, samples: { title, indices, copies } });
    document.getElementById(SAMPLES_SECTION)?.scrollIntoView({ block: 'nearest' });
  };
}

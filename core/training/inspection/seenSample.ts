import type { SeenSample } from '../../contract/ForwardPass.ts';
import type { Dataset } from '../../data/Dataset.ts';
import { sampleContent } from '../../data/sampleContent.ts';

const MOST_CELLS = 300;
const MOST_CHARACTERS = 10_000;

/** What a person sees beside a network of the sample that is in it: its first columns, or its text. */
export function seenSample(dataset: Dataset, index: number): SeenSample {
  const { kind, columns } = dataset;
  if (kind === 'image') return { kind };
  const { values, text = '' } = sampleContent(dataset, index);
  if (kind === 'text') return { kind, text: text.slice(0, MOST_CHARACTERS) };
  const shown = columns.slice(0, MOST_CELLS);
  return { kind, cells: shown.map(({ name }, place) => ({ name, value: values[place] ?? null })) };
}

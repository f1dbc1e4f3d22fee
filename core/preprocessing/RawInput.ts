/** Samples as a model file writes them down: what goes in before any preprocessing. */
import { z } from 'zod';
import { Cell } from '../contract/DatasetInfo.ts';
import type { RawSample } from '../contract/RawSample.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Dataset } from '../data/Dataset.ts';
import { sampleContent } from '../data/sampleContent.ts';
import type { Preprocessor } from './Preprocessor.ts';

/** A text, the pixels of an image, or the cells of a row in the order of the model's columns. */
export const RawInput = z.union([z.string().max(10_000_000), z.array(Cell).min(1).max(10_000_000)]);
export type RawInput = z.infer<typeof RawInput>;

/** What the preprocessor reads of a sample of the dataset; dates as days, which keep their time. */
export function rawInputAt(
  dataset: Dataset,
  { kind, ...preprocessor }: Preprocessor,
  index: number,
): RawInput {
  const { values, text = '' } = sampleContent(dataset, index);
  if (kind === 'text') return text;
  if (!('columns' in preprocessor)) return values;
  return preprocessor.columns.map(({ name, type }) => {
    const place = dataset.columns.findIndex((column) => column.name === name);
    const isThere = values[place] !== null;
    return type === 'date' && isThere
      ? dataset.values[index * dataset.columns.length + place]
      : values[place];
  });
}

/** Throws StudioError `invalid-request` for an input of another kind. */
export function rawSample(kind: Preprocessor['kind'], input: RawInput): RawSample {
  if (kind === 'text' && typeof input === 'string') return { kind, text: input };
  if (kind === 'table' && typeof input !== 'string') return { kind, values: input };
  if (kind === 'image' && typeof input !== 'string') {
    const pixels = input.map((pixel) => (typeof pixel === 'number' ? pixel : Number.NaN));
    return { kind, pixels };
  }
  throw new StudioError('invalid-request', `This is no sample of kind ${kind}.`, {
    where: 'sample',
  });
}

import { bytesOf } from './bytesOf.ts';
import type { Dataset } from './Dataset.ts';

/** In the order in which the hash takes them. */
export const SECTION_NAMES = [
  'values',
  'images',
  'texts',
  'offsets',
  'targets',
  'givenSplits',
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** The arrays of a dataset as bytes, shared and not copied; those that its kind has. */
export function datasetSections(dataset: Dataset): [SectionName, Uint8Array][] {
  const { values, targets, givenSplits } = dataset;
  const own: [SectionName, Uint8Array][] =
    dataset.kind === 'image'
      ? [['images', dataset.images]]
      : dataset.kind === 'text'
        ? [
            ['texts', dataset.texts],
            ['offsets', bytesOf(dataset.offsets)],
          ]
        : [];
  return [
    ['values', bytesOf(values)],
    ...own,
    ['targets', bytesOf(targets)],
    ...(givenSplits ? [['givenSplits', givenSplits] as [SectionName, Uint8Array]] : []),
  ];
}

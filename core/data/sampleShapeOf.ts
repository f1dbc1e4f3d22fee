import type { Dataset } from './Dataset.ts';

/** The raw sizes of a sample: [channels, height, width], [columns], or [] for texts. */
export function sampleShapeOf(dataset: Dataset): number[] {
  switch (dataset.kind) {
    case 'image':
      return [...dataset.sampleShape];
    case 'table':
      return [dataset.columns.length];
    case 'text':
      return [];
    default:
      return dataset satisfies never;
  }
}

/** The part of a dataset that is not samples, as the encoded form and the hash write it. */
import { z } from 'zod';
import { DatasetTarget } from '../contract/DatasetInfo.ts';
import { Sha256, Shape } from '../contract/primitives.ts';
import type { Column, Dataset } from './Dataset.ts';
import type { SectionName } from './datasetSections.ts';

const Section = z.strictObject({
  /** Bytes from the start of the file, a multiple of 8. */
  offset: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  sha256: Sha256,
});
export type Section = z.infer<typeof Section>;

const ColumnHeader = z.strictObject({
  name: z.string(),
  type: z.enum(['number', 'category', 'date']),
  labels: z.array(z.string()).optional(),
});

export const DatasetHeader = z.strictObject({
  kind: z.enum(['image', 'table', 'text']),
  samples: z.number().int().positive(),
  /** Of images. */
  sampleShape: Shape.length(3).optional(),
  target: DatasetTarget,
  columns: z.array(ColumnHeader),
  sections: z.strictObject({
    values: Section,
    images: Section.optional(),
    texts: Section.optional(),
    offsets: Section.optional(),
    targets: Section,
    givenSplits: Section.optional(),
  }),
  warnings: z.array(z.string()),
});
export type DatasetHeader = z.infer<typeof DatasetHeader>;

/** Keys in a fixed order, so that equal datasets give equal text. */
export function datasetHeader(
  dataset: Omit<Dataset, 'targets' | 'values' | 'givenSplits'> & {
    readonly sampleShape?: readonly number[];
  },
  sections: Readonly<Partial<Record<SectionName, Section>>>,
): DatasetHeader {
  const { kind, samples, sampleShape, target, columns, warnings } = dataset;
  return {
    kind,
    samples,
    ...(sampleShape && { sampleShape: [...sampleShape] }),
    target: orderedTarget(target),
    columns: columns.map(orderedColumn),
    sections: sections as DatasetHeader['sections'],
    warnings: [...warnings],
  };
}

function orderedTarget(target: DatasetTarget): DatasetTarget {
  const { kind, name } = target;
  return kind === 'class'
    ? { kind, name, labels: target.labels, counts: target.counts }
    : { kind, name, minimum: target.minimum, maximum: target.maximum };
}

function orderedColumn({ name, type, labels }: Column): DatasetHeader['columns'][number] {
  return labels ? { name, type, labels: [...labels] } : { name, type };
}

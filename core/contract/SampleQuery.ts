/** Which samples of a dataset somebody wants to see, and in which order. */
import { z } from 'zod';
import { ExperimentSpec } from './ExperimentSpec.ts';

/** By its name; null: the target. */
const ColumnName = z.string().nullable();

export const SampleCondition = z.discriminatedUnion('kind', [
  /** The text of a text dataset, or a label, holds it, whatever its case. */
  z.strictObject({ kind: z.literal('text'), contains: z.string().min(1).max(200) }),
  /** minimum <= value <= maximum; dates are days since 1970-01-01 UTC. Missing values do not. */
  z.strictObject({
    kind: z.literal('range'),
    column: ColumnName,
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
  }),
  /** One of these labels of a category, or classes of the target. */
  z.strictObject({
    kind: z.literal('labels'),
    column: ColumnName,
    labels: z.array(z.string()).min(1).max(1000),
  }),
  z.strictObject({ kind: z.literal('missing'), column: z.string() }),
  /** In this part of the experiment, which must be one with this dataset. */
  z.strictObject({
    kind: z.literal('split'),
    split: z.enum(['train', 'validation', 'test']),
    spec: ExperimentSpec,
  }),
  /** These ones, by their places. */
  z.strictObject({
    kind: z.literal('samples'),
    indices: z.array(z.number().int().nonnegative()).max(1000),
  }),
  /** Excluded by a person, or given another target. */
  z.strictObject({ kind: z.literal('edited') }),
]);
export type SampleCondition = z.infer<typeof SampleCondition>;

/** Missing values come last either way; equal ones keep the order of the dataset. */
export const SampleOrder = z.strictObject({
  column: ColumnName,
  direction: z.enum(['ascending', 'descending']),
});
export type SampleOrder = z.infer<typeof SampleOrder>;

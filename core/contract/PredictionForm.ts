/** What the model of a run asks of a person who wants a prediction: the fields of a form. */
import { z } from 'zod';
import { Shape } from './primitives.ts';

export const FormField = z.strictObject({
  name: z.string(),
  type: z.enum(['number', 'category', 'date']),
  /** Of a category, at most 1,000; `labelCount` says how many there are. */
  labels: z.array(z.string()),
  labelCount: z.number().int().nonnegative(),
  /** Values were missing in training, too, and the model knows what to do without. */
  mayBeMissing: z.boolean(),
});
export type FormField = z.infer<typeof FormField>;

const target = z.strictObject({ kind: z.enum(['class', 'number']), name: z.string() });

export const PredictionForm = z.discriminatedUnion('kind', [
  /** [channels, height, width] of what the model takes. */
  z.strictObject({ kind: z.literal('image'), shape: Shape.length(3), target }),
  /** In the order of the model's columns, at most 500; `fieldCount` says how many there are. */
  z.strictObject({
    kind: z.literal('table'),
    fields: z.array(FormField),
    fieldCount: z.number().int().positive(),
    target,
  }),
  z.strictObject({ kind: z.literal('text'), target }),
]);
export type PredictionForm = z.infer<typeof PredictionForm>;

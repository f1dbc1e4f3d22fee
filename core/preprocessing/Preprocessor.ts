/**
 * How raw samples become what a network takes, as plain data: fitted once on the training split,
 * then the same in training, in evaluation, in other threads and in the model file.
 *
 * One member a kind. Numbers of a table and pixels are scaled by z = x · scale + shift, so two
 * float32 values say standardising, min-max and nothing at all; categories become one 0 or 1 for
 * each of their labels.
 */
import { z } from 'zod';
import { Shape } from '../contract/primitives.ts';
import { FittedText } from '../text/FittedText.ts';

const Float32 = z
  .number()
  .refine((value) => Number.isFinite(Math.fround(value)), 'Expected a number that fits float32');

export const ColumnEncoding = z.discriminatedUnion('type', [
  z.strictObject({
    name: z.string(),
    /** A date is a number of days since 1970-01-01 UTC. */
    type: z.enum(['number', 'date']),
    scale: Float32,
    shift: Float32,
    /** What stands for a missing value, raw; null: there was none, and none is taken. */
    missing: Float32.nullable(),
  }),
  z.strictObject({
    name: z.string(),
    type: z.literal('category'),
    labels: z.array(z.string()).max(1_000_000),
    /** `ownCategory`: one more place behind the labels; a label's place; null: none is taken. */
    missing: z.union([z.literal('ownCategory'), z.number().int().nonnegative(), z.null()]),
  }),
]);
export type ColumnEncoding = z.infer<typeof ColumnEncoding>;

export const ImagePreprocessor = z.strictObject({
  kind: z.literal('image'),
  /** [channels, height, width]. */
  sampleShape: Shape.length(3),
  /** One pair for all pixels. */
  scale: Float32,
  shift: Float32,
});
export type ImagePreprocessor = z.infer<typeof ImagePreprocessor>;

export const TablePreprocessor = z.strictObject({
  kind: z.literal('table'),
  /** Those that the model sees, in the order of its inputs. */
  columns: z.array(ColumnEncoding).min(1).max(100_000),
});
export type TablePreprocessor = z.infer<typeof TablePreprocessor>;

export const TextPreprocessor = FittedText.extend({ kind: z.literal('text') });
export type TextPreprocessor = z.infer<typeof TextPreprocessor>;

export const Preprocessor = z.discriminatedUnion('kind', [
  ImagePreprocessor,
  TablePreprocessor,
  TextPreprocessor,
]);
export type Preprocessor = z.infer<typeof Preprocessor>;

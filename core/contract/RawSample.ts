/** A sample as it comes from outside, before any preprocessing. */
import { z } from 'zod';
import { Cell } from './DatasetInfo.ts';

export const RawSample = z.discriminatedUnion('kind', [
  /** Pixels 0..255, [channels, height, width] row-major. */
  z.strictObject({ kind: z.literal('image'), pixels: z.array(z.number()).max(100_000_000) }),
  /** By the names of the columns, or in the model's order of them. */
  z.strictObject({
    kind: z.literal('table'),
    values: z.union([z.array(Cell).max(1_000_000), z.record(z.string(), Cell)]),
  }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(10_000_000) }),
]);
export type RawSample = z.infer<typeof RawSample>;

/** What resources/samples/index.json says of a bundled sample. */
import { z } from 'zod';
import { SampleInfo } from '../contract/DatasetInfo.ts';
import { Sha256 } from '../contract/primitives.ts';

export const SampleEntry = SampleInfo.omit({ installed: true }).extend({
  /** Beside the index; the form of encodeDataset. */
  file: z.string(),
  bytes: z.number().int().positive(),
  /** Of the file. */
  sha256: Sha256,
});
export type SampleEntry = z.infer<typeof SampleEntry>;

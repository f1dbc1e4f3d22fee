/** What the service and the importer process tell each other. */
import { z } from 'zod';
import { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { StudioErrorData } from '../../../core/contract/StudioError.ts';

export const ImportRequest = z.strictObject({
  path: z.string(),
  /** The target column of a CSV. */
  target: z.string().optional(),
  /** The dataset's title. */
  name: z.string(),
  /** Where to write the encoded dataset. */
  output: z.string(),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

export const ImporterMessage = z.discriminatedUnion('kind', [
  /** The share of the file that is read, in [0, 1]. */
  z.strictObject({ kind: z.literal('progress'), fraction: z.number().min(0).max(1) }),
  /** One of these two is the last message. */
  z.strictObject({
    kind: z.literal('done'),
    description: DatasetInfo.omit({ id: true, importedAt: true }),
  }),
  z.strictObject({ kind: z.literal('failed'), error: StudioErrorData }),
]);
export type ImporterMessage = z.infer<typeof ImporterMessage>;

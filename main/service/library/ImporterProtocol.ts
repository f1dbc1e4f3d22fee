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

export const ImportReply = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    description: DatasetInfo.omit({ id: true, importedAt: true }),
  }),
  z.strictObject({ ok: z.literal(false), error: StudioErrorData }),
]);
export type ImportReply = z.infer<typeof ImportReply>;

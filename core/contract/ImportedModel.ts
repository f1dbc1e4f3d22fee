/** A model that came into the studio as a file, to start runs from. */
import { z } from 'zod';
import { ModelSpec } from './ModelSpec.ts';
import { Sha256, Shape, Slug, Timestamp, Title } from './primitives.ts';

export const ImportedModel = z.strictObject({
  id: Slug,
  name: Title,
  /** Written out in full, as an experiment that starts from it must hold them. */
  model: ModelSpec,
  /** Of a sample. */
  inputShape: Shape,
  /** Trainable parameters. */
  parameters: z.number().int().nonnegative(),
  /** What it was trained on. */
  dataset: z.strictObject({ name: Title, hash: Sha256 }),
  /** Of the file that the studio keeps. */
  sha256: Sha256,
  importedAt: Timestamp,
});
export type ImportedModel = z.infer<typeof ImportedModel>;

/** A network as text. */
import { z } from 'zod';
import { LocalizedText } from './primitives.ts';

export const NetworkFormat = z.enum(['pytorch', 'keras', 'json']);
export type NetworkFormat = z.infer<typeof NetworkFormat>;

export const NetworkText = z.strictObject({
  text: z.string(),
  /** Layers that the format lacks, each with its position and the reason. */
  unsupported: z.array(LocalizedText),
});
export type NetworkText = z.infer<typeof NetworkText>;

/** What a file is to the studio. */
export const RecognizedFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dataset') }),
  z.strictObject({ kind: z.literal('model') }),
  z.strictObject({ kind: z.literal('experiment') }),
  /** PyTorch's text of a network. */
  z.strictObject({ kind: z.literal('network'), text: z.string() }),
]);
export type RecognizedFile = z.infer<typeof RecognizedFile>;

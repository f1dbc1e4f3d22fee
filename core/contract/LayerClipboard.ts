/** Layers on the clipboard: JSON text, so that they travel between experiments, windows and files. */
import { z } from 'zod';
import { LayerSpec, MOST_LAYERS } from './ModelSpec.ts';

export const LayerClipboard = z.strictObject({
  format: z.literal('descent-layers'),
  version: z.literal(1),
  layers: z.array(LayerSpec).min(1).max(MOST_LAYERS),
});
export type LayerClipboard = z.infer<typeof LayerClipboard>;

/**
 * A change of an experiment as data, such as what a fix does: the window applies it and can undo it,
 * the terminal applies it to a copy.
 *
 * Layers are named by their paths before the change, so that whoever keeps more about layers than the
 * document does can follow.
 */
import { z } from 'zod';
import { LayerPosition } from './LayerStatistics.ts';
import { LayerSpec, OptionValue } from './ModelSpec.ts';
import { LocalizedText } from './primitives.ts';

export const SpecEdit = z.discriminatedUnion('edit', [
  /** In front of what stands at `path`, or at the end of its list. */
  z.strictObject({ edit: z.literal('insertLayer'), path: LayerPosition, layer: LayerSpec }),
  z.strictObject({ edit: z.literal('removeLayer'), path: LayerPosition }),
  z.strictObject({
    edit: z.literal('setLayerOption'),
    path: LayerPosition,
    name: z.string(),
    /** Null takes it out: it follows from the layer before, or is the catalog's default. */
    value: OptionValue.nullable(),
  }),
  /** Everything but layers, by keys from the outside in; null takes it out. */
  z.strictObject({
    edit: z.literal('set'),
    at: z.array(z.string()).min(1).max(8),
    value: z.json(),
  }),
]);
export type SpecEdit = z.infer<typeof SpecEdit>;

export const SpecFix = z.strictObject({
  /** For a button: "Insert Flatten". */
  label: LocalizedText,
  /** In order. */
  edits: z.array(SpecEdit).min(1),
});
export type SpecFix = z.infer<typeof SpecFix>;

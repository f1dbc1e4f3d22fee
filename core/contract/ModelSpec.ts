/**
 * A network as a list of layers, each a catalog type with its options.
 *
 * The schema knows no layer by name: core/catalog does, and checks the options. That is what
 * lets a new layer touch core alone. Sizes that follow from the layer before (`inFeatures`,
 * `numFeatures`) may be left out of an experiment; a model file always holds them.
 */
import { z } from 'zod';

/** One hyperparameter of a layer, loss, optimizer or schedule. */
export const OptionValue = z.union([
  z.number(),
  z.boolean(),
  z.string().max(200),
  z.array(z.number()).max(1000),
  z.array(z.string().max(200)).max(1000),
]);
export type OptionValue = z.infer<typeof OptionValue>;

/** Options by their PyTorch name in camelCase: `{ outFeatures: 64, bias: true }`. */
export const Options = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), OptionValue);
export type Options = z.infer<typeof Options>;

const TypeName = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]{0,39}$/, 'Expected a type name such as Linear');

/** A catalog type with its options: `{ type: 'Adam', options: { learningRate: 0.001 } }`. */
export const Component = z.strictObject({ type: TypeName, options: Options.default({}) });
export type Component = z.infer<typeof Component>;

export const LONGEST_NAME = 60;

/**
 * What a person calls a layer. As a group's, it changes nothing about the network: parameters keep
 * PyTorch's names, by position.
 */
export const LayerName = z.string().trim().min(1).max(LONGEST_NAME);

/**
 * The name of a group: neighbours in one list that carry the same are folded and moved together. It
 * changes nothing about the network, whose layers and parameters keep their places in the list.
 */
export const GroupName = z.string().trim().min(1).max(LONGEST_NAME);

export const LONGEST_NOTE = 1000;

/** What a person wrote about a layer or a group, for people: it changes nothing about the network. */
export const LayerNote = z.string().trim().min(1).max(LONGEST_NOTE);

/** A layer; a type that stands around others, such as Residual, holds them in order. */
export interface LayerSpec extends Component {
  layers?: readonly LayerSpec[] | undefined;
  /**
   * Of an experiment only: a built model and a model file know no groups, no such names, no notes.
   */
  group?: string | undefined;
  /** Of the group; on its first layer. */
  groupNote?: string | undefined;
  name?: string | undefined;
  note?: string | undefined;
}

/** Layers in a list, and layers that one may hold. */
export const MOST_LAYERS = 1000;

/** How often layers may stand inside layers. */
export const MOST_NESTED = 4;

/**
 * The schema of a layer, with `options` to be left out or not, and what else is said of one. It is
 * as deep as layers may nest, so that no document can make it recurse further.
 */
export function layerSchema(
  options: z.ZodType<Options>,
  marks: z.ZodRawShape = {},
  levels = MOST_NESTED,
): z.ZodType<LayerSpec> {
  const layer = z.strictObject({ type: TypeName, options, ...marks });
  if (levels === 0) return layer;
  return layer.extend({
    layers: z
      .array(layerSchema(options, marks, levels - 1))
      .min(1)
      .max(MOST_LAYERS)
      .optional(),
  });
}

export const LayerSpec = layerSchema(Options.default({}), {
  group: GroupName.optional(),
  groupNote: LayerNote.optional(),
  name: LayerName.optional(),
  note: LayerNote.optional(),
});

const Layers = z.array(LayerSpec).max(MOST_LAYERS);

export const ModelSpec = z.strictObject({ layers: Layers.min(1) });
export type ModelSpec = z.infer<typeof ModelSpec>;

/** Of an experiment: it may have no layer yet, and is then kept, but not trained. */
export const ModelDraft = z.strictObject({ layers: Layers });

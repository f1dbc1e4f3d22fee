/**
 * One sample on its way through a network: what each layer makes of it, reduced to what can be seen.
 */
import { z } from 'zod';
import { Cell } from './DatasetInfo.ts';
import { Histogram, LayerPosition } from './LayerStatistics.ts';
import { Measured, Shape } from './primitives.ts';

const Count = z.number().int().nonnegative();

/** Greys from 0 to 255, all pictures of one view by the same scale: 0 is `minimum`, 255 `maximum`. */
export const Pictures = z.strictObject({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** One each, row-major. */
  pixels: z.array(z.array(z.number().int().min(0).max(255))),
  /** How many there are; only the first are shown. */
  total: Count,
});
export type Pictures = z.infer<typeof Pictures>;

/** The values of one tensor of the sample. */
export const TensorView = z.strictObject({
  shape: Shape,
  /** Of the finite values; NaN where there are none. */
  minimum: Measured,
  maximum: Measured,
  mean: Measured,
  /** Share of the values that are exactly 0, in [0, 1]. */
  zeros: z.number().min(0).max(1),
  /** Channels of an image, or rows of tokens; null for a flat list. */
  pictures: Pictures.nullable(),
  /** The values themselves where they are few; else null. */
  bars: z.array(Measured).nullable(),
  /** Where there are neither pictures nor bars. */
  histogram: Histogram.nullable(),
});
export type TensorView = z.infer<typeof TensorView>;

export const ForwardPassMode = z.enum(['training', 'inference']);
export type ForwardPassMode = z.infer<typeof ForwardPassMode>;

export const ForwardPassSplit = z.enum(['train', 'validation']);
export type ForwardPassSplit = z.infer<typeof ForwardPassSplit>;

/** A sample as people read it; an image is seen in the network's input. */
export const SeenSample = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('image') }),
  /** The first columns, as the file has them. */
  z.strictObject({
    kind: z.literal('table'),
    cells: z.array(z.strictObject({ name: z.string(), value: Cell })),
  }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
]);
export type SeenSample = z.infer<typeof SeenSample>;

/** What keeps a network from being computed as a whole. */
export const NetworkFault = z.strictObject({
  /** `model.layers[2]`. */
  where: z.string(),
  message: z.string(),
  /** How many of the first layers stand in front of it. */
  sound: Count,
});
export type NetworkFault = z.infer<typeof NetworkFault>;

export const ForwardPass = z.strictObject({
  /** The sample's place in the dataset. */
  index: Count,
  split: ForwardPassSplit,
  /** In the split, from 0. */
  place: Count,
  /** Samples of the split, among which it was chosen. */
  samples: Count,
  sample: SeenSample,
  /** Of the minibatch that it stands in: 1 at inference. */
  minibatch: z.number().int().positive(),
  /** As people say it: a class, or a number. */
  target: z.string(),
  /** As the network is given it. */
  input: TensorView,
  /** Each before those that it holds. */
  layers: z.array(z.strictObject({ path: LayerPosition, type: z.string(), output: TensorView })),
  /**
   * Of a classifier: the classes of highest probability, at most 5; of a regression its value. Empty
   * where the network is at fault.
   */
  outputs: z.array(z.strictObject({ label: z.string(), value: Measured })),
  /** Of the first layers that have any: filters of a convolution, rows of a Linear. */
  weights: z.array(z.strictObject({ name: z.string(), type: z.string(), view: TensorView })),
  /** Parameters that the run's weights do not fit, which are as they are drawn. */
  unfitted: z.array(z.string()),
  /** `layers` are those in front of it; null for a sound network. */
  fault: NetworkFault.nullable(),
});
export type ForwardPass = z.infer<typeof ForwardPass>;

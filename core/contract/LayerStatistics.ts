/**
 * What happens inside a network on one minibatch: of every layer its output and the gradient there,
 * of every parameter its gradient and its next update.
 *
 * The minibatch is the first one of the run's first epoch, dropout masks included, whatever the
 * weights: so two looks at a run differ by its weights alone.
 */
import { z } from 'zod';
import { Measured, Shape, Slug } from './primitives.ts';

const Count = z.number().int().nonnegative();
const Share = z.number().min(0).max(1);

/** Finite values in bins of equal width; a value on an edge belongs to the bin above it. */
export const Histogram = z.strictObject({
  /** Lower edge of the first bin; NaN where no value is finite. */
  minimum: Measured,
  /** Upper edge of the last bin, which belongs to it. */
  maximum: Measured,
  /** One a bin; all are in the first where the values are equal. */
  counts: z.array(Count),
});
export type Histogram = z.infer<typeof Histogram>;

/** Of all values that a layer hands on for the minibatch; moments are of the finite ones. */
export const ActivationStatistics = z.strictObject({
  mean: Measured,
  /** Of the values themselves, divided by their number. */
  standardDeviation: Measured,
  minimum: Measured,
  maximum: Measured,
  /** Share of values that are exactly 0. */
  zeros: Share,
  /** Share of values that are NaN or infinite. */
  notFinite: Share,
  histogram: Histogram,
  /**
   * For ReLU: units that were not above 0 for any sample of the minibatch; a unit is a feature, and
   * of an image a channel. Null for other layers.
   */
  deadUnits: z.strictObject({ dead: Count, units: Count }).nullable(),
  /**
   * For Sigmoid and Tanh: share of values so near an end of their range that the slope is below a
   * tenth of its largest. Null for other layers.
   */
  saturated: Share.nullable(),
  /** ‖∂loss/∂output‖₂. */
  gradientNorm: Measured,
});
export type ActivationStatistics = z.infer<typeof ActivationStatistics>;

export const ParameterStatistics = z.strictObject({
  /** `0.weight`. */
  name: z.string(),
  shape: Shape,
  /** ‖p‖₂. */
  norm: Measured,
  /** ‖∂loss/∂p‖₂ of the data loss, before any clipping. */
  gradientNorm: Measured,
  /** ‖Δp‖₂ of one optimizer step from here: clipping, weight decay and momentum included. */
  updateNorm: Measured,
  /** ‖Δp‖₂ / ‖p‖₂; about 10⁻³ is usual. NaN for a parameter of zeros. */
  updateRatio: Measured,
  gradients: Histogram,
});
export type ParameterStatistics = z.infer<typeof ParameterStatistics>;

/** The position in the list of layers and, inside a layer that holds layers, the positions there. */
export const LayerPosition = z.array(Count).min(1).max(8);
export type LayerPosition = z.infer<typeof LayerPosition>;

export const LayerReading = z.strictObject({
  path: LayerPosition,
  type: z.string(),
  /** Of a sample, without the minibatch axis N. */
  outputShape: Shape,
  activation: ActivationStatistics,
  /** Its own, not those of the layers that it holds. */
  parameters: z.array(ParameterStatistics),
});
export type LayerReading = z.infer<typeof LayerReading>;

/**
 * How much minibatch gradients differ (McCandlish et al., "An empirical model of large-batch
 * training", 2018): the simple noise scale tr(Σ) / |G|², about the batch size at which noise and
 * gradient are as large as each other. Far below it, doubling the batch nearly halves the steps
 * needed; far above it, a larger batch gains nothing.
 */
export const GradientNoise = z.strictObject({
  /** tr(Σ) / |G|², in samples; NaN where |G|² cannot be told from 0. */
  scale: Measured,
  /** |G|², the squared norm of the full gradient; an unbiased estimate, so it may fall below 0. */
  squaredGradient: Measured,
  /** tr(Σ), the variance of a single sample's gradient, summed over the parameters. */
  variance: Measured,
  /** Minibatches that it was estimated from. */
  minibatches: z.number().int().min(2),
});
export type GradientNoise = z.infer<typeof GradientNoise>;

export const LayerStatistics = z.strictObject({
  run: Slug,
  /** The last finished epoch before these weights; 0 before the first. */
  epoch: Count,
  /** Optimizer steps behind these weights. */
  iteration: Count,
  /** N of the minibatch. */
  samples: z.number().int().positive(),
  /** Of the step whose update is measured. */
  learningRate: z.number(),
  /** Of the minibatch, in training mode. */
  loss: Measured,
  /** ‖∂loss/∂p‖₂ over all parameters together. */
  gradientNorm: Measured,
  /** Each before those that it holds. */
  layers: z.array(LayerReading),
  /** Null where an epoch has a single minibatch. */
  gradientNoise: GradientNoise.nullable(),
});
export type LayerStatistics = z.infer<typeof LayerStatistics>;

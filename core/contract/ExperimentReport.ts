/**
 * What can be said of an experiment without training it: shapes, counts, the iterations formula,
 * problems.
 */
import { z } from 'zod';
import { LocalizedText, Shape } from './primitives.ts';
import { Regularization } from './Regularization.ts';
import { SplitCounts } from './RunRecord.ts';
import { SpecFix } from './SpecEdit.ts';
import { UsualSettings } from './UsualSettings.ts';

export const Problem = z.strictObject({
  severity: z.enum(['error', 'warning', 'suggestion']),
  /** The place in the document: `model.layers[2].options.p`. */
  where: z.string(),
  message: z.string(),
  /** What makes it go away, the likeliest first; absent where nothing is known to. */
  fixes: z.array(SpecFix).optional(),
  /** Of a suggestion: by what name a person lets it rest, and why it is made. */
  rule: z.string().optional(),
  explanation: LocalizedText.optional(),
});
export type Problem = z.infer<typeof Problem>;

const Share = z.number().min(0).max(1);

/** What a layer takes of what the whole model takes; null where that is nothing. */
export const CostShares = z.strictObject({
  parameters: Share.nullable(),
  multiplyAdds: Share.nullable(),
  memory: Share.nullable(),
});
export type CostShares = z.infer<typeof CostShares>;

export const LayerReport = z.strictObject({
  /** The position in its list, as PyTorch names it. */
  index: z.number().int().nonnegative(),
  type: z.string(),
  /** Per sample, without the minibatch axis; null behind an error. */
  inputShape: Shape.nullable(),
  outputShape: Shape.nullable(),
  /** Trainable parameters. */
  parameters: z.number().int().nonnegative(),
  /** Running statistics and other remembered values. */
  bufferValues: z.number().int().nonnegative(),
  /** That it makes of a sample, those of layers inside it included. */
  activationValues: z.number().int().nonnegative(),
  /** Products with learned weights that are summed up for one sample on its way forward. */
  multiplyAdds: z.number().int().nonnegative(),
  /** Null while they cannot be said. */
  shares: CostShares.nullable(),
  /**
   * Bytes that training takes for it: its outputs of a minibatch, and what MemoryEstimate counts of
   * its parameters; null while it cannot be said.
   */
  memory: z.number().int().nonnegative().nullable(),
  /** Of the layers that it holds, whose counts are among its own; those in a refused one, too. */
  get layers(): z.ZodOptional<z.ZodArray<typeof LayerReport>> {
    return z.array(LayerReport).optional();
  },
});
export type LayerReport = z.infer<typeof LayerReport>;

/** Bytes that training takes at least, as float32 values. */
export const MemoryEstimate = z.strictObject({
  /** Parameters and buffers. */
  weights: z.number().int().nonnegative(),
  gradients: z.number().int().nonnegative(),
  /** What the optimizer remembers of each parameter. */
  optimizer: z.number().int().nonnegative(),
  /** Outputs of all layers for a minibatch, and their gradients. */
  activations: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
});
export type MemoryEstimate = z.infer<typeof MemoryEstimate>;

export const ExperimentReport = z.strictObject({
  /** True when nothing of severity `error` was found. */
  trainable: z.boolean(),
  problems: z.array(Problem),
  layers: z.array(LayerReport),
  parameters: z.number().int().nonnegative(),
  bufferValues: z.number().int().nonnegative(),
  /** Of the layers, for one sample; null while no layer's shape is known. */
  multiplyAdds: z.number().int().nonnegative().nullable(),
  /** Where true, a sum so far: of the layers whose shapes are known, or without the optimizer. */
  partial: z.strictObject({ layers: z.boolean(), memory: z.boolean() }),
  /** Absent while no layer's shape is known. */
  memory: MemoryEstimate.optional(),
  /** Bytes on the disk that the checkpoints of a whole run take; absent while it cannot be said. */
  checkpointBytes: z.number().int().nonnegative().optional(),
  /** With their numbers filled in; null where there is none, or an option is refused. */
  equations: z.strictObject({
    optimizer: z.string().nullable(),
    schedule: z.string().nullable(),
    warmup: z.string().nullable(),
  }),
  /** Those that the experiment can have. */
  regularizations: z.array(Regularization),
  usual: UsualSettings,
  splits: SplitCounts.nullable(),
  /** floor(N / k), or ceil(N / k) without dropLast; null while it cannot be said. */
  iterationsPerEpoch: z.number().int().nonnegative().nullable(),
  iterations: z.number().int().nonnegative().nullable(),
  /** N mod k when dropLast leaves samples out, else 0. */
  droppedPerEpoch: z.number().int().nonnegative().nullable(),
});
export type ExperimentReport = z.infer<typeof ExperimentReport>;

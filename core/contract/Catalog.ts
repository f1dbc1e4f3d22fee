/**
 * What the studio can do, as data: every layer, loss, optimizer, schedule and so on with its
 * options, ranges and help.
 *
 * The renderer draws its palettes and forms from this alone, the checker validates against it, the
 * CLI prints it.
 */
import { z } from 'zod';
import { OptionValue } from './ModelSpec.ts';
import { LocalizedText } from './primitives.ts';

/** An interval; a missing bound is infinite. Printed as `[0, 1)`. */
export const OptionRange = z.strictObject({
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minimumExclusive: z.boolean().optional(),
  maximumExclusive: z.boolean().optional(),
  /** Of integers: how far those that a control offers lie apart, from the minimum on. */
  step: z.number().int().positive().optional(),
});
export type OptionRange = z.infer<typeof OptionRange>;

export const OptionDescriptor = z.strictObject({
  name: z.string(),
  /** What the equation calls it: one, or for a list one for each of its numbers. */
  symbols: z.array(z.string()).optional(),
  /**
   * `numbers` and `integers`: lists, such as Adam's betas or the milestones of MultiStepLR.
   * `size`: one integer for height and width, or [height, width].
   * `lines`: a list of texts, typed one a line.
   */
  kind: z.enum(['integer', 'number', 'boolean', 'choice', 'numbers', 'integers', 'size', 'lines']),
  /** Absent: the option is required, or `inferred`. */
  default: OptionValue.optional(),
  /**
   * When left out, follows from the layer before, from other options or from the length of the run;
   * or means none, where the help says so.
   */
  inferred: z.boolean().optional(),
  range: OptionRange.optional(),
  /** For `numbers` and `integers`; absent: a list of any length. */
  length: z.number().int().positive().optional(),
  /** Of two numbers: the ends of an interval, the lower one first. */
  isInterval: z.boolean().optional(),
  /** For `choice`. */
  choices: z.array(z.string()).optional(),
  label: LocalizedText,
  help: LocalizedText,
  unit: LocalizedText.optional(),
});
export type OptionDescriptor = z.infer<typeof OptionDescriptor>;

export const ComponentDescriptor = z.strictObject({
  type: z.string(),
  /**
   * Groups the palette: `linear`, `activation`, `normalization`, `regularization`, `shape`,
   * `classification`...
   */
  family: z.string(),
  summary: LocalizedText,
  /** Plain-text equation, such as `y = x Wᵀ + b`. */
  equation: z.string(),
  options: z.array(OptionDescriptor),
  /** Stands around layers of its own, such as Residual. */
  holdsLayers: z.boolean().optional(),
});
export type ComponentDescriptor = z.infer<typeof ComponentDescriptor>;

export const Catalog = z.strictObject({
  layers: z.array(ComponentDescriptor),
  losses: z.array(ComponentDescriptor),
  optimizers: z.array(ComponentDescriptor),
  schedules: z.array(ComponentDescriptor),
  warmups: z.array(ComponentDescriptor),
  gradientClippings: z.array(ComponentDescriptor),
  initializations: z.array(ComponentDescriptor),
  imageAugmentations: z.array(ComponentDescriptor),
  textAugmentations: z.array(ComponentDescriptor),
  batchAugmentations: z.array(ComponentDescriptor),
  tokenizers: z.array(ComponentDescriptor),
  vectorizers: z.array(ComponentDescriptor),
});
export type Catalog = z.infer<typeof Catalog>;

/**
 * Everything a run depends on: dataset, split, preprocessing, model, loss, optimizer, schedule,
 * training settings, seed, device.
 *
 * The document behind `*.descent.json`. A run stores the exact one it was started with, so a result
 * can always be traced to its causes. Ranges that need the catalog or the dataset (batch size
 * against the training split, layer options) are checked by core/training/checkExperiment.
 */
import { z } from 'zod';
import { Component, ModelDraft } from './ModelSpec.ts';
import { Seed, Slug, Title } from './primitives.ts';

/** As the column of a grouped split: samples that a network cannot tell apart are one group. */
export const COPIES = '#copies';

export const SplitSpec = z.strictObject({
  /** Share of all samples set aside for validation, in (0, 1). */
  validation: z.number().gt(0).lt(1).default(0.2),
  /**
   * Share set aside as the sealed test split, in [0, 1). Ignored where the dataset brings its own
   * test part, which is then the sealed one.
   */
  test: z.number().min(0).lt(1).default(0.2),
  /** Keep the class shares of the whole dataset in each part; of `random` only. */
  stratified: z.boolean().default(true),
  /**
   * `random`: drawn by seed. `grouped`: all samples of one value of `column` fall into one part.
   * `ordered`: by `column`, the lowest values train, the highest test, as the future is tested by
   * the past. `given`: as the dataset says; a validation part that it lacks is drawn from the
   * training part.
   */
  method: z.enum(['random', 'grouped', 'ordered', 'given']).default('random'),
  /** Of `grouped` and `ordered`; see COPIES. */
  column: z.string().max(1000).optional(),
});
export type SplitSpec = z.infer<typeof SplitSpec>;

/** How features are scaled; statistics come from the training split alone. */
export const Normalization = z.enum(['standardize', 'minMax', 'none']);
export type Normalization = z.infer<typeof Normalization>;

/** How texts become numbers. */
export const TextSpec = z.strictObject({ tokenizer: Component, vectorizer: Component });
export type TextSpec = z.infer<typeof TextSpec>;

export const PreprocessingSpec = z.strictObject({
  /**
   * `standardize`: (x - mean) / standard deviation; `minMax`: (x - min) / (max - min); each feature
   * of a table by its own statistics, an image by one pair for all its pixels.
   */
  normalization: Normalization.default('standardize'),
  /** Columns of a table that the model does not see; they may still group or order the split. */
  excludedColumns: z.array(z.string().max(1000)).max(100_000).default([]),
  /** A number or a date that is missing: the training split's mean, or the sample is left out. */
  missingNumbers: z.enum(['mean', 'drop']).default('mean'),
  /** A category that is missing counts as one of its own, as the most frequent, or not at all. */
  missingCategories: z.enum(['ownCategory', 'mostFrequent', 'drop']).default('ownCategory'),
  /** Of texts only. */
  text: TextSpec.optional(),
});
export type PreprocessingSpec = z.infer<typeof PreprocessingSpec>;

/** Ends a run whose validation loss has stopped falling. */
export const EarlyStopping = z.strictObject({
  /** Epochs in a row without improvement that end the run. */
  patience: z.number().int().min(1).max(1_000_000),
  /** A loss that is lower by no more than this is no improvement. */
  minDelta: z.number().min(0).default(0),
});
export type EarlyStopping = z.infer<typeof EarlyStopping>;

export const TrainingSettings = z.strictObject({
  /** k, samples in a minibatch. */
  batchSize: z.number().int().min(1),
  /** Passes over the training split. */
  epochs: z.number().int().min(1).max(1_000_000),
  /** Drop the N mod k samples left over in each epoch: iterations per epoch = floor(N / k). */
  dropLast: z.boolean().default(true),
  /** Bounds the gradients before the optimizer sees them. Absent: they stay as they are. */
  gradientClipping: Component.optional(),
  /**
   * Measure the norm of the gradient in every iteration. It takes time, most with small minibatches;
   * absent, it is measured once in a while, at the end of an epoch.
   */
  trackGradientNorm: z.boolean().optional(),
  /** Absent: every epoch is trained. */
  earlyStopping: EarlyStopping.optional(),
  /**
   * Keep the weights after every so many epochs, beside those of the last and the best. Absent:
   * only these two.
   */
  checkpointEvery: z.number().int().min(1).max(1_000_000).optional(),
});
export type TrainingSettings = z.infer<typeof TrainingSettings>;

export const DeviceChoice = z.enum(['auto', 'cpu', 'gpu', 'reference']);
export type DeviceChoice = z.infer<typeof DeviceChoice>;

export const ExperimentSpec = z.strictObject({
  format: z.literal('descent-experiment'),
  version: z.literal(1),
  name: Title,
  /** The id of a dataset in the library, or of a bundled sample. */
  dataset: Slug,
  split: SplitSpec.prefault({}),
  preprocessing: PreprocessingSpec.prefault({}),
  /** Transforms of training samples, in order; each is drawn anew in every epoch. */
  augmentation: z.array(Component).max(32).default([]),
  model: ModelDraft,
  /** How weights are drawn before training; the default is PyTorch's. */
  initialization: Component.default({ type: 'Default', options: {} }),
  /**
   * The id of an imported model whose weights the run starts from, in place of `initialization`; its
   * layers are the experiment's.
   */
  initialModel: Slug.optional(),
  loss: Component,
  optimizer: Component,
  /** How the optimizer's learning rate changes during the run. */
  schedule: Component.default({ type: 'Constant', options: {} }),
  /** Raises the learning rate to the schedule's first value before the schedule starts. */
  warmup: Component.optional(),
  training: TrainingSettings,
  seed: Seed.default(0),
  device: DeviceChoice.default('auto'),
});
export type ExperimentSpec = z.infer<typeof ExperimentSpec>;

/** A run: one training of one experiment, its state, and what it measured. */
import { z } from 'zod';
import { Cell } from './DatasetInfo.ts';
import { DeviceProblem, GpuBackend } from './DeviceProblem.ts';
import { ExperimentSpec } from './ExperimentSpec.ts';
import { GuardFinding } from './GuardFinding.ts';
import { LearningRateChange } from './LearningRateChange.ts';
import { PassedOver } from './PassedOver.ts';
import { LocalizedText, Measured, Sha256, Slug, Timestamp, Title } from './primitives.ts';
import { ClassificationScores, RegressionScores } from './Scores.ts';
import { StudioErrorData } from './StudioError.ts';

/**
 * queued → running ⇄ paused, and from either completed | stopped | failed | crashed.
 * `paused`: its trainer waits between two iterations, and says so itself;
 * `stopped`: a person ended it; `failed`: it could not go on, and says why (a diverged loss among
 * the reasons);
 * `crashed`: its process died, what it had committed is kept.
 */
export const RunStatus = z.enum([
  'queued',
  'running',
  'paused',
  'completed',
  'stopped',
  'failed',
  'crashed',
]);
export type RunStatus = z.infer<typeof RunStatus>;

/** Mean data loss over samples; accuracy in [0, 1], null for regression. */
export const SplitMetrics = z.strictObject({ loss: Measured, accuracy: Measured.nullable() });
export type SplitMetrics = z.infer<typeof SplitMetrics>;

/**
 * One epoch, from 1. `train` is the mean over the epoch's minibatches as they were trained on
 * (dropout on, weights moving); `validation` is measured after the epoch, in inference mode.
 */
export const EpochMetrics = z.strictObject({
  epoch: z.number().int().positive(),
  iteration: z.number().int().positive(),
  learningRate: z.number(),
  train: SplitMetrics,
  validation: SplitMetrics,
  /**
   * (λ/2) Σ ‖W‖² over the weights that decay, after the epoch: what weight decay adds to the data
   * loss in what is minimized. Null without it, and for AdamW, which shrinks weights apart from any
   * loss.
   */
  penalty: Measured.nullable(),
  /**
   * ‖∂loss/∂p‖₂ over all parameters together, after the epoch, on the minibatch that the guards
   * look at; null where they did not look.
   */
  gradientNorm: Measured.nullable(),
  /** Seconds of training and evaluating in this epoch. */
  seconds: z.number().nonnegative(),
});
export type EpochMetrics = z.infer<typeof EpochMetrics>;

/** One optimizer step, from 1: the loss and the gradient of its minibatch before the update. */
export const MetricPoint = z.strictObject({
  iteration: z.number().int().positive(),
  epoch: z.number().int().positive(),
  loss: Measured,
  /** ‖∂loss/∂p‖₂ over all parameters together, before any clipping; null unless it is tracked. */
  gradientNorm: Measured.nullable(),
  learningRate: z.number(),
});
export type MetricPoint = z.infer<typeof MetricPoint>;

const ExecutorName = z.enum(['reference', 'onnx', 'gpujs']);

/** What trained a run before another executor went on with it. */
export const EarlierExecutor = z.strictObject({
  name: ExecutorName,
  detail: z.string(),
  /** The last iteration of it that the run is made of, and its epoch; 0 where there is none. */
  until: z.strictObject({
    epoch: z.number().int().nonnegative(),
    iteration: z.number().int().nonnegative(),
  }),
  /** What became of it; null where the run was interrupted and resumed elsewhere. */
  problem: DeviceProblem.nullable(),
});
export type EarlierExecutor = z.infer<typeof EarlierExecutor>;

/** How fast an executor trained the experiment when it was tried. */
export const DeviceTiming = z.strictObject({
  /** Absent in records of the first version. */
  name: ExecutorName.optional(),
  /** What the GPU was reached by; absent for the CPU, and in older records. */
  backend: GpuBackend.optional(),
  detail: z.string(),
  iterationsPerSecond: z.number().nonnegative(),
});
export type DeviceTiming = z.infer<typeof DeviceTiming>;

/** Where a run computes: the executor's name, its threads, and versions in words. */
export const ExecutorInfo = z.strictObject({
  name: ExecutorName,
  threads: z.number().int().positive(),
  /** Such as `ONNX Runtime 1.30.0, CPU`. */
  detail: z.string(),
  /** What the GPU is reached by; absent for the CPU. */
  backend: GpuBackend.optional(),
  /** Why it is the CPU, where the GPU was to train. */
  insteadOfGpu: DeviceProblem.optional(),
  /** Before it was what trains. */
  ...PassedOver.shape,
  /** What was tried, fastest first, where the device was chosen by measuring. */
  timings: z.array(DeviceTiming).optional(),
  /** Of the timings. */
  measurement: z
    .strictObject({
      /** sha256 of what decides them: network, minibatch, data, machine. */
      key: Sha256,
      /** What measuring took. */
      seconds: z.number().nonnegative(),
      /** They are those of an earlier run of the same key; nothing was measured for this one. */
      isRemembered: z.boolean(),
    })
    .optional(),
  /** The first one first; absent where one executor trained it all. */
  earlier: z.array(EarlierExecutor).optional(),
});
export type ExecutorInfo = z.infer<typeof ExecutorInfo>;

export const SplitCounts = z.strictObject({
  train: z.number().int().nonnegative(),
  validation: z.number().int().nonnegative(),
  test: z.number().int().nonnegative(),
  /** Samples in no split, for want of a value; absent where there are none. */
  dropped: z.number().int().positive().optional(),
});
export type SplitCounts = z.infer<typeof SplitCounts>;

export const RunProgress = z.strictObject({
  /** The epoch in work, from 1; 0 before the first. */
  epoch: z.number().int().nonnegative(),
  epochs: z.number().int().positive(),
  iteration: z.number().int().nonnegative(),
  iterations: z.number().int().nonnegative(),
  samplesPerSecond: z.number().nonnegative(),
  /** Null until enough is measured to say. */
  secondsLeft: z.number().nonnegative().nullable(),
  /** What happens before the first iteration; absent while it trains. */
  phase: z.enum(['measuring-devices', 'preparing-gpu']).optional(),
  /** That the GPU is to run; absent while it is being opened, and in every other phase. */
  kernels: z
    .strictObject({ compiled: z.number().int().nonnegative(), all: z.number().int().positive() })
    .optional(),
});
export type RunProgress = z.infer<typeof RunProgress>;

/** An iteration behind which a run can go on; inside an epoch, or its last one. */
export const RunPosition = z.strictObject({
  epoch: z.number().int().positive(),
  /** Over the whole run, from 1. */
  iteration: z.number().int().positive(),
});
export type RunPosition = z.infer<typeof RunPosition>;

/** Why a run is complete before its last epoch. */
export const EndReason = z.strictObject({
  kind: z.literal('early-stopping'),
  /** The last one trained. */
  epoch: z.number().int().positive(),
  /** The last one that counted as better. */
  bestEpoch: z.number().int().positive(),
  text: LocalizedText,
});
export type EndReason = z.infer<typeof EndReason>;

export const RunRecord = z.strictObject({
  id: Slug,
  name: Title,
  status: RunStatus,
  /**
   * The id of the experiment document that it was started from, whatever that is called since. Null
   * without one: begun in the terminal, or the document was removed.
   */
  experiment: Slug.nullable(),
  spec: ExperimentSpec,
  dataset: z.strictObject({
    id: Slug,
    name: Title,
    /** Of what it is trained on. */
    hash: Sha256,
    /** Of what had been imported, where its samples had been edited when the run was made. */
    importedHash: Sha256.optional(),
  }),
  splits: SplitCounts.nullable(),
  /**
   * sha256 of the test split, samples and indices, as it was when the run began; runs of one value
   * are judged by the same samples. Null before that, and without a test split.
   */
  sealHash: Sha256.nullable(),
  /** Trainable parameters. */
  parameters: z.number().int().nonnegative().nullable(),
  executor: ExecutorInfo.nullable(),
  createdAt: Timestamp,
  startedAt: Timestamp.nullable(),
  endedAt: Timestamp.nullable(),
  /** When it last went on after an interruption. */
  resumedAt: Timestamp.nullable(),
  /**
   * Seconds of training and evaluating in the epochs that are kept, pauses and interruptions left
   * out. Null while nothing is kept.
   */
  trainingSeconds: z.number().nonnegative().nullable(),
  progress: RunProgress,
  /** The last committed epoch, null before the first. */
  last: EpochMetrics.nullable(),
  /**
   * Where it would go on: behind its last finished epoch, or behind the iteration at which it was
   * paused or stopped. Null while nothing is kept.
   */
  position: RunPosition.nullable(),
  /**
   * Changes made while it trained, by iteration: where there are any, `spec` alone does not explain
   * the run.
   */
  learningRateChanges: z.array(LearningRateChange),
  /** The epoch of the lowest validation loss so far. */
  bestEpoch: z.number().int().positive().nullable(),
  /**
   * Times at which its test split was opened, oldest first; more than one means test information
   * was exposed.
   */
  testOpenedAt: z.array(Timestamp),
  error: StudioErrorData.nullable(),
  /** Null for a run that was trained to its last epoch or not to its end. */
  endReason: EndReason.nullable(),
  /** One of each kind and layer, by epoch. */
  findings: z.array(GuardFinding),
});
export type RunRecord = z.infer<typeof RunRecord>;

export const ConfusionMatrix = z.strictObject({
  labels: z.array(z.string()),
  /** counts[actual][predicted]. */
  counts: z.array(z.array(z.number().int().nonnegative())),
});
export type ConfusionMatrix = z.infer<typeof ConfusionMatrix>;

export const Misclassified = z.strictObject({
  /** Index in the dataset. */
  index: z.number().int().nonnegative(),
  /** The columns; of images the pixels. */
  values: z.array(Cell),
  /** Of a text dataset. */
  text: z.string().optional(),
  actual: z.string(),
  predicted: z.string(),
  /** Probability given to the predicted class. */
  confidence: Measured,
  loss: Measured,
});
export type Misclassified = z.infer<typeof Misclassified>;

export const EvaluationSplit = z.enum(['train', 'validation', 'test']);
export type EvaluationSplit = z.infer<typeof EvaluationSplit>;

export const Evaluation = z.strictObject({
  run: Slug,
  split: EvaluationSplit,
  /** The epoch whose weights were used. */
  epoch: z.number().int().positive(),
  samples: z.number().int().positive(),
  metrics: SplitMetrics,
  /** Null for regression. */
  confusion: ConfusionMatrix.nullable(),
  /** Null for regression. */
  classification: ClassificationScores.nullable(),
  /** Null for classification. */
  regression: RegressionScores.nullable(),
  /** The wrong ones, largest loss first, at most 48; empty for regression. */
  misclassified: z.array(Misclassified),
  /** For the test split: how often it has been opened by this run, this time included. */
  testOpenings: z.number().int().nonnegative(),
  evaluatedAt: Timestamp,
});
export type Evaluation = z.infer<typeof Evaluation>;

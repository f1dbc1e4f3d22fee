/**
 * What the service and a trainer process tell each other; both sides parse what they receive.
 *
 * Iterations travel as columns of numbers, because there may be thousands a second. A message holds
 * all that happened since the one before: finished epochs, and the weights of those that are worth
 * keeping, so that the service can commit them together.
 */
import { z } from 'zod';
import { DeviceProblem, GpuBackend } from '../../core/contract/DeviceProblem.ts';
import { FoundBackend } from '../../core/contract/DeviceReport.ts';
import { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import {
  ForwardPass,
  ForwardPassMode,
  ForwardPassSplit,
  NetworkFault,
} from '../../core/contract/ForwardPass.ts';
import { GuardFinding } from '../../core/contract/GuardFinding.ts';
import { ImageFit } from '../../core/contract/ImportOptions.ts';
import { LayerStatistics } from '../../core/contract/LayerStatistics.ts';
import { LeakageKind, LeakageReport } from '../../core/contract/LeakageReport.ts';
import { LearningRateChange } from '../../core/contract/LearningRateChange.ts';
import { LearningRatePoint, LearningRateRange } from '../../core/contract/LearningRateRange.ts';
import { OneBatchCheck } from '../../core/contract/OneBatchCheck.ts';
import { PassedOver } from '../../core/contract/PassedOver.ts';
import { Measured, Sha256, Slug } from '../../core/contract/primitives.ts';
import {
  ConfusionMatrix,
  DeviceTiming,
  EndReason,
  EpochMetrics,
  EvaluationSplit,
  ExecutorInfo,
  Misclassified,
  RunProgress,
  SplitCounts,
  SplitMetrics,
} from '../../core/contract/RunRecord.ts';
import { SampleEdit } from '../../core/contract/SampleEdit.ts';
import { ClassificationScores, RegressionScores } from '../../core/contract/Scores.ts';
import { SelfTestResult } from '../../core/contract/SelfTestReport.ts';
import { ExportFormat } from '../../core/contract/StudioApi.ts';
import { StudioErrorData } from '../../core/contract/StudioError.ts';

export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const Count = z.number().int().nonnegative();

/** As core/training/EpochSums: what the metrics of an unfinished epoch are the means of. */
const Sums = z.strictObject({
  iterations: Count,
  samples: Count,
  loss: z.number(),
  /** Not whole where samples are mixed: a mixed sample is right in parts. */
  correct: z.number().nonnegative(),
  seconds: z.number().nonnegative(),
});

/**
 * A dataset by its file; the trainer reads it itself and refuses one whose content is not the
 * expected.
 */
const DatasetFile = z.strictObject({
  path: z.string(),
  /** With the edits. */
  hash: Sha256,
  edits: z.array(SampleEdit),
});
export type DatasetFile = z.infer<typeof DatasetFile>;

const Common = { spec: ExperimentSpec, dataset: DatasetFile };

export const ExecutorChoice = z.enum(['onnx', 'gpujs', 'reference']);
export type ExecutorChoice = z.infer<typeof ExecutorChoice>;

/** `fastest`: whichever trains this experiment faster, the CPU or the GPU. */
export const TrainingExecutor = z.enum([...ExecutorChoice.options, 'fastest']);
export type TrainingExecutor = z.infer<typeof TrainingExecutor>;

export const TrainJob = z.strictObject({
  job: z.literal('train'),
  ...Common,
  executor: TrainingExecutor,
  /** The one way to the GPU that it is to stay on; each is tried where it is absent. */
  backend: GpuBackend.optional(),
  /** On the GPU: begin by timing it, see TimingRequest. */
  isTimed: z.boolean().optional(),
  /** Path of the model file whose weights it starts from. */
  initialModel: z.string().nullable(),
  /** That were asked for before there was anything to go on from. */
  learningRateChanges: z.array(LearningRateChange).optional(),
  /** Where to go on, as core/training/ResumePoint; null to begin. */
  from: z
    .strictObject({
      epoch: Count,
      /** As safetensors. */
      checkpoint: Bytes,
      /** Of every epoch up to it. */
      validationLosses: z.instanceof(Float64Array),
      unfinished: Sums.nullable(),
      learningRateChanges: z.array(LearningRateChange),
    })
    .nullable(),
});
export type TrainJob = z.infer<typeof TrainJob>;

/** A question that a process answers as often as it is asked, with what it keeps in memory. */
export const PassRequest = z.strictObject({
  kind: z.literal('pass'),
  ...Common,
  executor: ExecutorChoice,
  /** As safetensors, of a run. */
  checkpoint: Bytes.nullable(),
  /** Path of the model file whose weights are taken where there is no checkpoint. */
  initialModel: z.string().nullable(),
  split: ForwardPassSplit,
  place: Count,
  /** In place of split and place. */
  sample: Count.nullable(),
  fault: NetworkFault.nullable(),
  mode: ForwardPassMode,
});
export type PassRequest = z.infer<typeof PassRequest>;

export const TrainerJob = z.discriminatedUnion('job', [
  TrainJob,
  z.strictObject({
    job: z.literal('evaluate'),
    ...Common,
    executor: ExecutorChoice,
    /** As safetensors. */
    checkpoint: Bytes,
    split: EvaluationSplit,
  }),
  z.strictObject({
    job: z.literal('inspect'),
    ...Common,
    executor: ExecutorChoice,
    /** As safetensors. */
    checkpoint: Bytes,
    /** Optimizer steps behind it. */
    iteration: Count,
    learningRate: z.number(),
  }),
  z.strictObject({ job: z.literal('find-learning-rate'), ...Common, executor: ExecutorChoice }),
  z.strictObject({ job: z.literal('overfit-one-batch'), ...Common, executor: ExecutorChoice }),
  z.strictObject({ job: z.literal('scan-leakage'), ...Common, executor: ExecutorChoice }),
  /** How fast an executor trains the experiment. */
  z.strictObject({ job: z.literal('time'), ...Common, executor: ExecutorChoice }),
  /** What processes can compute on; `gpu`: whether a graphics card is looked for. */
  z.strictObject({ job: z.literal('probe-devices'), gpu: z.boolean() }),
  z.strictObject({ job: z.literal('self-test'), executor: ExecutorChoice }),
  z.strictObject({
    job: z.literal('export'),
    ...Common,
    format: ExportFormat,
    checkpoint: Bytes,
    epoch: z.number().int().positive(),
    metrics: z.strictObject({ train: SplitMetrics, validation: SplitMetrics }),
    datasetName: z.string(),
    /** As in the dataset's DatasetInfo. */
    fit: ImageFit.optional(),
    run: Slug,
    createdAt: Count,
    version: z.string(),
    /** What computed the training, in words. */
    executorDetail: z.string(),
  }),
]);
export type TrainerJob = z.infer<typeof TrainerJob>;

/** What may be asked of a training while it runs. */
export const ControlRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stop') }),
  // Each of the following is answered, in order, by `control`.
  z.strictObject({ kind: z.literal('pause') }),
  z.strictObject({ kind: z.literal('continue') }),
  z.strictObject({ kind: z.literal('step'), iterations: z.number().int().positive() }),
  z.strictObject({ kind: z.literal('set-learning-rate'), learningRate: z.number().positive() }),
]);
export type ControlRequest = z.infer<typeof ControlRequest>;

/** What a training waits for that is timed before it begins. */
export const TimingRequest = z.discriminatedUnion('kind', [
  /**
   * In answer to `measuring-devices`, and answered by `timed`. `best`: iterations a second of the
   * fastest other device.
   */
  z.strictObject({ kind: z.literal('time'), best: z.number().nonnegative() }),
  /** In answer to `timed`: train. */
  z.strictObject({ kind: z.literal('go') }),
]);
export type TimingRequest = z.infer<typeof TimingRequest>;

export const TrainerRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), job: TrainerJob }),
  PassRequest,
  TimingRequest,
  ControlRequest,
]);
export type TrainerRequest = z.infer<typeof TrainerRequest>;

export const IterationColumns = z.strictObject({
  iteration: z.instanceof(Float64Array),
  epoch: z.instanceof(Float64Array),
  loss: z.instanceof(Float64Array),
  learningRate: z.instanceof(Float64Array),
  /** Null where it is not tracked. */
  gradientNorm: z.instanceof(Float64Array).nullable(),
});
export type IterationColumns = z.infer<typeof IterationColumns>;

export const TrainerMessage = z.discriminatedUnion('kind', [
  /**
   * Before `started`, where the device is chosen: CPU and GPU begin the experiment in turn. There is a
   * GPU.
   */
  z.strictObject({ kind: z.literal('measuring-devices') }),
  /** Before `started`, on the GPU: it is being opened, or compiles what it is to run. */
  z.strictObject({ kind: z.literal('preparing-gpu'), kernels: RunProgress.shape.kernels }),
  z.strictObject({
    kind: z.literal('started'),
    executor: ExecutorInfo,
    /** What measuring the devices took; absent where that was not done. */
    measuredSeconds: z.number().nonnegative().optional(),
    splits: SplitCounts,
    sealHash: Sha256.nullable(),
    parameters: Count,
    iterations: Count,
  }),
  z.strictObject({
    kind: z.literal('progress'),
    progress: RunProgress,
    iterations: IterationColumns,
    epochs: z.array(EpochMetrics),
    findings: z.array(GuardFinding),
    /** Of the epoch of lowest validation loss so far; null before the first. */
    bestEpoch: z.number().int().positive().nullable(),
    /**
     * The weights of the last of these epochs, of the best one where it is among them, and of every
     * n-th that the experiment wants kept.
     */
    checkpoints: z.array(z.strictObject({ epoch: z.number().int().positive(), data: Bytes })),
  }),
  /** Training halts inside an epoch: the state behind this iteration. */
  z.strictObject({
    kind: z.literal('position'),
    epoch: z.number().int().positive(),
    iteration: z.number().int().positive(),
    sums: Sums,
    /** As safetensors. */
    data: Bytes,
  }),
  /** So many of the requests above are in effect; told again when training pauses by itself. */
  z.strictObject({
    kind: z.literal('control'),
    heard: Count,
    isPaused: z.boolean(),
    learningRateChanges: z.array(LearningRateChange),
  }),
  z.strictObject({
    kind: z.literal('ended'),
    status: z.enum(['completed', 'stopped']),
    endReason: EndReason.nullable(),
    samplesPerSecond: z.number().nonnegative(),
  }),
  z.strictObject({
    kind: z.literal('evaluated'),
    samples: z.number().int().positive(),
    metrics: SplitMetrics,
    confusion: ConfusionMatrix.nullable(),
    classification: ClassificationScores.nullable(),
    regression: RegressionScores.nullable(),
    misclassified: z.array(Misclassified),
  }),
  z.strictObject({
    kind: z.literal('inspected'),
    measured: LayerStatistics.omit({ run: true, epoch: true }),
  }),
  /** Of the two trials below. */
  z.strictObject({
    kind: z.literal('trial-progress'),
    iteration: z.number().int().positive(),
    iterations: z.number().int().positive(),
    loss: Measured,
    points: z.array(LearningRatePoint),
  }),
  /** Of a leakage scan, before each of its steps. */
  z.strictObject({
    kind: z.literal('leakage-progress'),
    search: LeakageKind,
    step: z.number().int().positive(),
    steps: z.number().int().positive(),
  }),
  z.strictObject({ kind: z.literal('passed-forward'), pass: ForwardPass }),
  z.strictObject({ kind: z.literal('leakage-scanned'), report: LeakageReport }),
  z.strictObject({ kind: z.literal('learning-rate-found'), range: LearningRateRange }),
  z.strictObject({ kind: z.literal('one-batch-checked'), check: OneBatchCheck }),
  /** Contents by path; of a format that is one file, just that. */
  z.strictObject({ kind: z.literal('exported'), files: z.record(z.string(), Bytes) }),
  z.strictObject({ kind: z.literal('timed'), timing: DeviceTiming }),
  z.strictObject({
    kind: z.literal('devices-probed'),
    /** Of the CPU's library, or why it cannot be loaded; a window has none. */
    runtime: z.union([z.string(), DeviceProblem]).optional(),
    backends: z.array(FoundBackend),
  }),
  /** Of one executor; of the GPU one for each way to it that was tried. */
  z.strictObject({ kind: z.literal('self-tested'), results: z.array(SelfTestResult).min(1) }),
  /**
   * The last message of a job on the GPU that the GPU could not do, or not to its end: the CPU can.
   * What was finished before has been told.
   */
  z.strictObject({
    kind: z.literal('gpu-failed'),
    problem: DeviceProblem,
    /** Of all ways to the GPU, where none could begin. */
    passedOver: PassedOver.optional(),
  }),
  /** The last message of a job that could not be done. */
  z.strictObject({ kind: z.literal('failed'), error: StudioErrorData }),
]);
export type TrainerMessage = z.infer<typeof TrainerMessage>;

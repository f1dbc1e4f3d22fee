/**
 * Every request that a window or a terminal can make of the studio service, with the schemas of
 * what goes in and out.
 *
 * The service parses `params` at its door; the caller may trust `result`. Requests are facts and
 * wishes, never callbacks: what happens later arrives as a StudioEvent.
 */
import { z } from 'zod';
import { AugmentationEffect } from './AugmentationEffect.ts';
import { AugmentationPreview } from './AugmentationPreview.ts';
import { Catalog } from './Catalog.ts';
import { DatasetInfo, DatasetPage, SampleInfo } from './DatasetInfo.ts';
import { Diagnosis } from './Diagnosis.ts';
import { ExperimentReport } from './ExperimentReport.ts';
import { ExperimentSpec } from './ExperimentSpec.ts';
import { ImportedModel } from './ImportedModel.ts';
import { LearningRateRange } from './LearningRateRange.ts';
import { OneBatchCheck } from './OneBatchCheck.ts';
import { LocalizedText, Slug, Timestamp, Title } from './primitives.ts';
import { RawSample } from './RawSample.ts';
import { EpochMetrics, Evaluation, EvaluationSplit, MetricPoint, RunRecord } from './RunRecord.ts';
import { SchedulePreview } from './SchedulePreview.ts';

const FilePath = z.string().min(1).max(4096);
const Empty = z.strictObject({});
const DatasetId = z.strictObject({ id: Slug });
const RunId = z.strictObject({ run: Slug });

/** A bundled experiment in resources/experiments. */
export const ExperimentTemplate = z.strictObject({
  id: z.string(),
  summary: LocalizedText,
  spec: ExperimentSpec,
});
export type ExperimentTemplate = z.infer<typeof ExperimentTemplate>;

/**
 * An experiment document as a person left it: a draft may be incomplete, so `spec` is checked when
 * it is run.
 */
export const ExperimentDocument = z.strictObject({
  id: Slug,
  spec: ExperimentSpec,
  updatedAt: Timestamp,
});
export type ExperimentDocument = z.infer<typeof ExperimentDocument>;

/**
 * What a run has measured after the given positions; the whole history when both are 0. Each list
 * is thinned to at most `maximumPoints`: the first, the last, and the extremes of each bucket.
 */
export const RunMetrics = z.strictObject({
  /** By validation loss, so that the best epoch always stays. */
  epochs: z.array(EpochMetrics),
  /** By loss. */
  iterations: z.array(MetricPoint),
});
export type RunMetrics = z.infer<typeof RunMetrics>;

export const Prediction = z.strictObject({
  /**
   * Most probable first, at most 10; one entry named as the target for regression, holding the
   * value.
   */
  top: z.array(z.strictObject({ label: z.string(), value: z.number() })),
});
export type Prediction = z.infer<typeof Prediction>;

/**
 * `json`: the model file. `onnx`: for other runtimes. `safetensors`: weights alone, by PyTorch's
 * names. `pytorch`: a project that trains and predicts with PyTorch.
 */
export const ExportFormat = z.enum(['json', 'onnx', 'safetensors', 'pytorch']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const studioApi = {
  'studio.info': {
    params: Empty,
    result: z.strictObject({
      version: z.string(),
      home: z.string(),
      cpuThreads: z.number().int().positive(),
      executors: z.array(z.string()),
    }),
  },
  'catalog.get': { params: Empty, result: Catalog },

  'samples.list': { params: Empty, result: z.array(SampleInfo) },
  'datasets.list': { params: Empty, result: z.array(DatasetInfo) },
  'datasets.get': { params: DatasetId, result: DatasetInfo },
  /** Puts a bundled sample into the library; does nothing when it is there. */
  'datasets.install': { params: DatasetId, result: DatasetInfo },
  /**
   * A CSV file, an IDX images file, or a folder with MNIST's four files. Imports whole or not at
   * all.
   */
  'datasets.import': {
    params: z.strictObject({
      path: FilePath,
      name: Title.optional(),
      /** The target column of a CSV; the last column when absent. */
      target: z.string().optional(),
    }),
    result: DatasetInfo,
  },
  'datasets.page': {
    params: z.strictObject({
      id: Slug,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    result: DatasetPage,
  },
  'datasets.remove': { params: DatasetId, result: Empty },

  'experiments.templates': { params: Empty, result: z.array(ExperimentTemplate) },
  'experiments.list': { params: Empty, result: z.array(ExperimentDocument) },
  /** Autosave: the document of that id is replaced, or made. */
  'experiments.save': {
    params: z.strictObject({ id: Slug, spec: ExperimentSpec }),
    result: ExperimentDocument,
  },
  'experiments.remove': { params: z.strictObject({ id: Slug }), result: Empty },
  /** Shapes, counts and problems, without training. */
  'experiments.check': {
    params: z.strictObject({ spec: ExperimentSpec }),
    result: ExperimentReport,
  },
  /** The learning rates that a run of it would use. */
  'experiments.schedule': {
    params: z.strictObject({ spec: ExperimentSpec }),
    result: SchedulePreview,
  },

  /** Trains briefly with a growing learning rate and suggests one; keeps nothing of it. */
  'experiments.learningRateRange': {
    params: z.strictObject({ spec: ExperimentSpec }),
    result: LearningRateRange,
  },

  /** Trains on one minibatch until it is learned by heart, or not; keeps nothing of it. */
  'experiments.overfitOneBatch': {
    params: z.strictObject({ spec: ExperimentSpec }),
    result: OneBatchCheck,
  },

  /**
   * Samples as a run of it would train on them in the given epochs, with what was drawn: bit for bit
   * what training sees. The rest of the experiment may be unfinished.
   */
  'augmentation.preview': {
    params: z.strictObject({
      spec: ExperimentSpec,
      /** Places in the dataset. */
      samples: z.array(z.number().int().nonnegative()).min(1).max(64),
      /** From 1; a larger number than the run has shows more variants. */
      epochs: z.array(z.number().int().min(1).max(0xffff_ffff)).min(1).max(64),
    }),
    result: AugmentationPreview,
  },
  /** How much of the training samples' model inputs the augmentation really changes. */
  'augmentation.effect': {
    params: z.strictObject({ spec: ExperimentSpec }),
    result: AugmentationEffect,
  },

  /**
   * Checks the experiment, then queues it; refuses with `invalid-experiment` and leaves the store
   * as it was.
   */
  'runs.start': { params: z.strictObject({ spec: ExperimentSpec }), result: RunRecord },
  /** Ends a running or queued run after the iteration in work; resolves when it has ended. */
  'runs.stop': { params: RunId, result: RunRecord },
  /**
   * Lets a stopped, crashed or failed run go on behind its last committed epoch; it then equals the
   * uninterrupted run bit for bit. What was measured of an unfinished epoch is dropped.
   */
  'runs.resume': { params: RunId, result: RunRecord },
  /** Newest first. */
  'runs.list': { params: Empty, result: z.array(RunRecord) },
  'runs.get': { params: RunId, result: RunRecord },
  'runs.metrics': {
    params: z.strictObject({
      run: Slug,
      afterEpoch: z.number().int().min(0).default(0),
      afterIteration: z.number().int().min(0).default(0),
      maximumPoints: z.number().int().min(4).max(100_000).default(1000),
    }),
    result: RunMetrics,
  },
  /** How it learns so far, why, and what to do. */
  'runs.diagnose': { params: RunId, result: Diagnosis },
  'runs.rename': { params: z.strictObject({ run: Slug, name: Title }), result: RunRecord },
  /** Refused with `busy` while it runs. */
  'runs.remove': { params: RunId, result: Empty },
  /**
   * With the weights of the epoch of lowest validation loss. Opening the test split is recorded
   * with its time.
   */
  'runs.evaluate': {
    params: z.strictObject({ run: Slug, split: EvaluationSplit }),
    result: Evaluation,
  },
  /** What was measured before, the newest of each split. Looking again opens nothing. */
  'runs.evaluations': { params: RunId, result: z.array(Evaluation) },
  /**
   * Writes the best weights to `path`, whole or not at all: a file, which is replaced, or for
   * `pytorch` a folder, which must not exist.
   */
  'runs.export': {
    params: z.strictObject({ run: Slug, format: ExportFormat, path: FilePath }),
    result: z.strictObject({ path: z.string(), bytes: z.number().int().positive() }),
  },
  /**
   * A raw sample, as a dataset page shows it, through the run's best weights.
   */
  'runs.predict': {
    params: z.strictObject({ run: Slug, sample: RawSample }),
    result: Prediction,
  },

  /** By name. */
  'models.list': { params: Empty, result: z.array(ImportedModel) },
  /**
   * Takes a model file into the studio, so that experiments can start from it; with `like`, a
   * safetensors file whose network is that of the model file `like`.
   */
  'models.import': {
    params: z.strictObject({
      path: FilePath,
      like: FilePath.optional(),
      name: Title.optional(),
    }),
    result: ImportedModel,
  },

  /** Remembered choices of the windows: language, theme, open experiment. */
  'preferences.get': { params: Empty, result: z.record(z.string(), z.json()) },
  'preferences.set': {
    params: z.strictObject({ key: z.string().min(1).max(100), value: z.json() }),
    result: Empty,
  },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>;

export type StudioMethod = keyof typeof studioApi;
/** What a caller writes: defaults may be left out. */
export type StudioParams<M extends StudioMethod> = z.input<(typeof studioApi)[M]['params']>;
/** What the service works with, after parsing. */
export type ParsedParams<M extends StudioMethod> = z.output<(typeof studioApi)[M]['params']>;
export type StudioResult<M extends StudioMethod> = z.output<(typeof studioApi)[M]['result']>;

/** The whole service, as a caller sees it. */
export interface StudioApi {
  request<M extends StudioMethod>(method: M, params: StudioParams<M>): Promise<StudioResult<M>>;
}

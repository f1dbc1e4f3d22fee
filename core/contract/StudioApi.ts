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
import { DatasetStatistics } from './DatasetStatistics.ts';
import { Diagnosis } from './Diagnosis.ts';
import { deviceApi } from './deviceApi.ts';
import { ExperimentSpec } from './ExperimentSpec.ts';
import { experimentApi } from './experimentApi.ts';
import { FileInspection } from './FileInspection.ts';
import { FittedImage, ImageSource } from './ImageSource.ts';
import { ImportedModel } from './ImportedModel.ts';
import { ImportFormatDescriptor, ImportOptionDescriptor, ImportOptions } from './ImportOptions.ts';
import { LayerStatistics } from './LayerStatistics.ts';
import { EncodedInput } from './ModelInput.ts';
import { networkApi } from './networkApi.ts';
import { Prediction } from './Prediction.ts';
import { PredictionForm } from './PredictionForm.ts';
import { FilePath, LocalizedText, Slug, Timestamp, Title } from './primitives.ts';
import { RawSample } from './RawSample.ts';
import { RunCheckpoints } from './RunCheckpoints.ts';
import { RunMetrics } from './RunMetrics.ts';
import { Evaluation, EvaluationSplit, RunRecord } from './RunRecord.ts';
import { SampleCondition, SampleOrder } from './SampleQuery.ts';
import { sampleEditApi } from './sampleEditApi.ts';
import { templateApi } from './templateApi.ts';
import { UndoHistory } from './UndoHistory.ts';

const Empty = z.strictObject({});
const DatasetId = z.strictObject({ id: Slug });
const RunId = z.strictObject({ run: Slug });
/** One of `runs.checkpoints`. */
const CheckpointEpoch = z.number().int().positive();

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
  /**
   * What could not be read of it, a sentence each; the stored document is then never overwritten.
   * Absent: all of it was read.
   */
  losses: z.array(z.string()).min(1).optional(),
});
export type ExperimentDocument = z.infer<typeof ExperimentDocument>;

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
      /** What a training on the CPU computes with. */
      cpuThreads: z.number().int().positive(),
      executors: z.array(z.string()),
    }),
  },
  'catalog.get': { params: Empty, result: Catalog },
  ...deviceApi,

  'samples.list': { params: Empty, result: z.array(SampleInfo) },
  'datasets.list': { params: Empty, result: z.array(DatasetInfo) },
  'datasets.get': { params: DatasetId, result: DatasetInfo },
  /** Puts a bundled sample into the library; does nothing when it is there. */
  'datasets.install': { params: DatasetId, result: DatasetInfo },
  /** The formats that can be imported and their options, for forms. */
  'datasets.importForms': {
    params: Empty,
    result: z.strictObject({
      formats: z.array(ImportFormatDescriptor),
      options: z.array(ImportOptionDescriptor),
    }),
  },
  /** Looks into a file or folder and says what importing it with these options would give. */
  'datasets.inspect': {
    params: z.strictObject({ path: FilePath, options: ImportOptions.prefault({}) }),
    result: FileInspection,
  },
  /**
   * A file or a folder of one of the formats. Imports whole or not at all; the same content is
   * found again. Tells `import.progress` on the way.
   */
  'datasets.import': {
    params: z.strictObject({
      path: FilePath,
      name: Title.optional(),
      options: ImportOptions.prefault({}),
    }),
    result: DatasetInfo,
  },
  /**
   * Ends the imports in work of this path, which then fail with `cancelled`; does nothing when there
   * is none.
   */
  'datasets.cancelImport': { params: z.strictObject({ path: FilePath }), result: Empty },
  /** A part of the samples for which all of `filter` holds, in the order of `sort`. */
  'datasets.page': {
    params: z.strictObject({
      id: Slug,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
      filter: z.array(SampleCondition).max(20).default([]),
      /** Null: as they stand in the dataset. */
      sort: SampleOrder.nullable().default(null),
    }),
    result: DatasetPage,
  },
  /** In numbers, over all samples; the first answer for a large dataset takes seconds. */
  'datasets.statistics': { params: DatasetId, result: DatasetStatistics },
  /**
   * Its runs stay, and so does what they were trained on, once the same file is imported again; its
   * edits go.
   */
  'datasets.remove': { params: DatasetId, result: Empty },
  ...sampleEditApi,

  'experiments.templates': { params: Empty, result: z.array(ExperimentTemplate) },
  'experiments.list': { params: Empty, result: z.array(ExperimentDocument) },
  /**
   * Autosave: the document of that id is replaced, or made. Its undo log is `history` from now on;
   * without one it has none, since an old one would no longer fit.
   */
  'experiments.save': {
    params: z.strictObject({ id: Slug, spec: ExperimentSpec, history: UndoHistory.optional() }),
    result: ExperimentDocument,
  },
  /** Under an id made of the name, which no document has, one that cannot be read included. */
  'experiments.create': {
    params: z.strictObject({ name: z.string().max(200), spec: ExperimentSpec }),
    result: ExperimentDocument,
  },
  /** The undo log of the document as it was saved at that time; null where there is none. */
  'experiments.history': {
    params: z.strictObject({ id: Slug, updatedAt: Timestamp }),
    result: UndoHistory.nullable(),
  },
  /**
   * Takes a `*.descent.json` into the store, as far as it can be read. The file stays as it is; the
   * same content is found again.
   */
  'experiments.import': { params: z.strictObject({ path: FilePath }), result: ExperimentDocument },
  'experiments.remove': { params: z.strictObject({ id: Slug }), result: Empty },
  ...experimentApi,

  /**
   * Samples as a run of it would train on them in the given epochs, with what was drawn: bit for bit
   * what training sees. The rest of the experiment may be unfinished.
   */
  'augmentation.preview': {
    params: z.strictObject({
      spec: ExperimentSpec,
      /** Places in what `among` names. */
      samples: z.array(z.number().int().nonnegative()).min(1).max(64),
      /**
       * The dataset if absent. The training samples keep its order; behind the last comes the first,
       * so that a place stays good while the split is edited.
       */
      among: z.enum(['dataset', 'training']).optional(),
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
  /** `experiment`: the document that it is the spec of; one that is not stored is not kept. */
  'runs.start': {
    params: z.strictObject({ spec: ExperimentSpec, experiment: Slug.optional() }),
    result: RunRecord,
  },
  /**
   * Ends a running, paused or queued run after the iterations in work, and keeps the state behind
   * them; resolves when it has ended.
   */
  'runs.stop': { params: RunId, result: RunRecord },
  /**
   * Halts a running run after the iterations in work and keeps the state behind them; its trainer
   * stays, and so does its place: queued runs wait. Resolves when the trainer waits, or has ended.
   */
  'runs.pause': { params: RunId, result: RunRecord },
  /** Lets a paused run train on; resolves when it does. */
  'runs.continue': { params: RunId, result: RunRecord },
  /**
   * Trains a paused run for so many iterations, over the end of an epoch too; resolves when it is
   * paused again, with their metrics committed, or has ended.
   */
  'runs.step': {
    params: z.strictObject({
      run: Slug,
      iterations: z.number().int().min(1).max(1_000_000_000).default(1),
    }),
    result: RunRecord,
  },
  /**
   * Replaces the optimizer's learning rate of a running or paused run, see LearningRateChange;
   * resolves when the trainer has taken it over and the change is committed.
   */
  'runs.setLearningRate': {
    params: z.strictObject({ run: Slug, learningRate: z.number() }),
    result: RunRecord,
  },
  /**
   * Lets a stopped, crashed or failed run go on from its `position`; it then equals the
   * uninterrupted run bit for bit, changes of the learning rate included. What was measured behind
   * the position is dropped and trained again. With `epoch`, it goes on behind that checkpoint.
   */
  'runs.resume': {
    params: z.strictObject({ run: Slug, epoch: CheckpointEpoch.optional() }),
    result: RunRecord,
  },
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
  /** The weights that are kept: of the last and the best epoch, and of every n-th if so wanted. */
  'runs.checkpoints': { params: RunId, result: RunCheckpoints },
  /** How it learns so far, why, and what to do. */
  'runs.diagnose': { params: RunId, result: Diagnosis },
  /**
   * What happens inside the network, with the weights of `epoch`, which must be kept; without it
   * with the newest ones.
   */
  'runs.layerStatistics': {
    params: z.strictObject({ run: Slug, epoch: z.number().int().positive().optional() }),
    result: LayerStatistics,
  },
  'runs.rename': { params: z.strictObject({ run: Slug, name: Title }), result: RunRecord },
  /** Refused with `busy` while it runs or waits. */
  'runs.remove': { params: RunId, result: Empty },
  /**
   * With the weights of that epoch, of lowest validation loss when absent. Opening the test split
   * is recorded with its time.
   */
  'runs.evaluate': {
    params: z.strictObject({
      run: Slug,
      split: EvaluationSplit,
      epoch: CheckpointEpoch.optional(),
    }),
    result: Evaluation,
  },
  /** What was measured before, the newest of each split. Looking again opens nothing. */
  'runs.evaluations': { params: RunId, result: z.array(Evaluation) },
  /**
   * Writes the weights of that epoch, the best when absent, to `path`, whole or not at all: a file,
   * which is replaced, or for `pytorch` a folder, which must not exist.
   */
  'runs.export': {
    params: z.strictObject({
      run: Slug,
      format: ExportFormat,
      path: FilePath,
      epoch: CheckpointEpoch.optional(),
    }),
    result: z.strictObject({ path: z.string(), bytes: z.number().int().positive() }),
  },
  /** What a sample for its model has to say, for a form; of the best weights. */
  'runs.predictionForm': { params: RunId, result: PredictionForm },
  /**
   * An image file of any size, or a drawing, as the run's model takes images: resized, in its
   * colours. A drawing lies as large, in the same place and as light as the samples of the run's
   * dataset do, where the library has it.
   */
  'runs.fitImage': {
    params: z.strictObject({ run: Slug, image: ImageSource }),
    result: FittedImage,
  },
  /**
   * A raw sample, as a dataset page shows it, through the weights of that epoch, the best when
   * absent. With what the network was given.
   */
  'runs.predict': {
    params: z.strictObject({
      run: Slug,
      sample: RawSample,
      epoch: CheckpointEpoch.optional(),
    }),
    result: Prediction.extend({ input: EncodedInput }),
  },

  ...templateApi,

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

  ...networkApi,

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

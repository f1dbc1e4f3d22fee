/** What the service and the importer process tell each other. */
import { z } from 'zod';
import { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { DatasetStatistics } from '../../../core/contract/DatasetStatistics.ts';
import { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { FileInspection } from '../../../core/contract/FileInspection.ts';
import { FittedImage } from '../../../core/contract/ImageSource.ts';
import { ImageFit, ImportOptions } from '../../../core/contract/ImportOptions.ts';
import { SampleEdit } from '../../../core/contract/SampleEdit.ts';
import { StudioErrorData } from '../../../core/contract/StudioError.ts';
import { BrokenSeals, SealedSplit } from '../../../core/data/edits/brokenSeals.ts';
import { SplitAnswer, SplitQuestion } from '../../../core/training/answerSplitQuestion.ts';

const common = { path: z.string(), options: ImportOptions };

export const ImporterRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('import'),
    ...common,
    /** The dataset's title. */
    name: z.string(),
    /** Where to write the encoded dataset. */
    output: z.string(),
  }),
  z.strictObject({ kind: z.literal('inspect'), ...common }),
  /** Of a dataset in the library's form. */
  z.strictObject({
    kind: z.literal('measure'),
    path: z.string(),
    edits: z.array(SampleEdit),
  }),
  /** What only the samples of a dataset in the library's form tell of an experiment. */
  z.strictObject({
    kind: z.literal('ask'),
    path: z.string(),
    edits: z.array(SampleEdit),
    spec: ExperimentSpec,
    question: SplitQuestion,
  }),
  /** Which sealed test splits of a dataset in the library's form an edit would change. */
  z.strictObject({
    kind: z.literal('seals'),
    path: z.string(),
    edits: z.array(SampleEdit),
    /** Samples that the edit changes. */
    changed: z.array(z.number().int().nonnegative()),
    sealed: z.array(SealedSplit),
  }),
  /** One image file, as a model of images of that shape takes it. */
  z.strictObject({
    kind: z.literal('fit'),
    path: z.string(),
    shape: z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]),
    fit: ImageFit,
    isInverted: z.boolean(),
  }),
]);
export type ImporterRequest = z.infer<typeof ImporterRequest>;

export const ImportProgress = z.strictObject({
  kind: z.literal('progress'),
  /** The share of the input that is read, in [0, 1]. */
  fraction: z.number().min(0).max(1),
  rows: z.number().int().nonnegative(),
  secondsLeft: z.number().nonnegative().nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

export const ImporterMessage = z.discriminatedUnion('kind', [
  ImportProgress,
  /** One of these is the last message. */
  z.strictObject({
    kind: z.literal('imported'),
    description: DatasetInfo.omit({ id: true, importedAt: true }),
  }),
  z.strictObject({ kind: z.literal('inspected'), inspection: FileInspection }),
  z.strictObject({ kind: z.literal('measured'), statistics: DatasetStatistics }),
  z.strictObject({ kind: z.literal('answered'), answer: SplitAnswer }),
  z.strictObject({ kind: z.literal('broken'), broken: BrokenSeals }),
  z.strictObject({ kind: z.literal('fitted'), image: FittedImage }),
  z.strictObject({ kind: z.literal('failed'), error: StudioErrorData }),
]);
export type ImporterMessage = z.infer<typeof ImporterMessage>;

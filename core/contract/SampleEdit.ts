/** What a person changed about the samples of a dataset; the files that were imported stay as they are. */
import { z } from 'zod';
import { Slug, Timestamp } from './primitives.ts';

const Index = z.number().int().nonnegative();
/** A class by its label, or a number. */
const Target = z.union([z.string(), z.number()]);

/** How a sample differs from what was imported. */
export const SampleEdit = z.strictObject({
  /** Its place in the dataset. */
  index: Index,
  /** It is in no split. */
  isExcluded: z.boolean(),
  /** The class by its place among the labels, or the number; null: as imported. */
  target: z.number().nullable(),
});
export type SampleEdit = z.infer<typeof SampleEdit>;

/** What is wished for a sample; what is absent stays as it is. */
export const SampleChange = z.strictObject({
  index: Index,
  isExcluded: z.boolean().optional(),
  /** Null: as imported. */
  target: Target.nullable().optional(),
});
export type SampleChange = z.infer<typeof SampleChange>;

/** In one step; as many samples as a finding lists. */
export const MOST_CHANGES = 10_000;
export const MOST_LISTED_EDITS = 1000;

/** The edits of a dataset as they are now. */
export const DatasetEdits = z.strictObject({
  /** By index, the first 1,000. */
  edits: z
    .array(
      z.strictObject({
        index: Index,
        isExcluded: z.boolean(),
        /** Null where the target is as imported. */
        target: z.strictObject({ imported: Target, now: Target }).nullable(),
      }),
    )
    .max(MOST_LISTED_EDITS),
  /** Edited samples, in the list or not. */
  total: Index,
  excluded: Index,
  relabelled: Index,
  /** When the last step was made; null before the first. */
  changedAt: Timestamp.nullable(),
  /** Samples that the step concerns which undoing takes back, or redoing makes again; 0 for none. */
  undo: Index,
  redo: Index,
});
export type DatasetEdits = z.infer<typeof DatasetEdits>;

/** A step that can be undone. */
export const MadeEdit = z.strictObject({
  dataset: Slug,
  step: z.number().int().positive(),
  madeAt: Timestamp,
});
export type MadeEdit = z.infer<typeof MadeEdit>;
/** The newest are enough: what is older is undone dataset by dataset. */
export const MOST_MADE_EDITS = 200;

/** What an edit is answered with: the edits as they are now, and which step it was. */
export const EditOutcome = z.strictObject({
  ...DatasetEdits.shape,
  /** The step that was made, undone or redone; null where nothing differed. */
  step: z.number().int().positive().nullable(),
});
export type EditOutcome = z.infer<typeof EditOutcome>;

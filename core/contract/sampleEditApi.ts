/** The part of StudioApi that corrects a dataset: targets and samples left out, each edit undoable. */
import { z } from 'zod';
import { Slug } from './primitives.ts';
import {
  DatasetEdits,
  EditOutcome,
  MadeEdit,
  MOST_CHANGES,
  MOST_MADE_EDITS,
  SampleChange,
} from './SampleEdit.ts';

/** `reseal`: the person's word that a sealed test split may change. */
const EditWish = { id: Slug, reseal: z.boolean().default(false) };

export const sampleEditApi = {
  /** What was changed about its samples since the import. */
  'datasets.edits': { params: z.strictObject({ id: Slug }), result: DatasetEdits },
  /** The newest steps that can be undone, of all datasets, in the order in which they were made. */
  'datasets.madeEdits': {
    params: z.strictObject({}),
    result: z.array(MadeEdit).max(MOST_MADE_EDITS),
  },
  /**
   * One step, to be undone: excludes samples or takes them back, gives them another target. Refused
   * with `sealed` where that changes a test split by which runs are judged, unless `reseal` is set.
   */
  'datasets.edit': {
    params: z.strictObject({
      ...EditWish,
      changes: z.array(SampleChange).min(1).max(MOST_CHANGES),
    }),
    result: EditOutcome,
  },
  /** Takes the last step back; refused as `datasets.edit` is. */
  'datasets.undoEdit': { params: z.strictObject(EditWish), result: EditOutcome },
  /** Makes the step again that was undone last. */
  'datasets.redoEdit': { params: z.strictObject(EditWish), result: EditOutcome },
  /** Makes these samples what was imported, or all of them; a step of its own. */
  'datasets.revertEdits': {
    params: z.strictObject({
      ...EditWish,
      indices: z.array(z.number().int().nonnegative()).min(1).max(MOST_CHANGES).nullable(),
    }),
    result: EditOutcome,
  },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>;

/**
 * The undo log of an experiment document, stored beside it so that a restart takes nothing away.
 *
 * A step is what immer calls patches: changes by their paths in the document, forwards and back.
 */
import { z } from 'zod';
import { EditName } from './EditName.ts';

/** In a step. */
export const MOST_PATCHES = 10_000;

const DocumentPatch = z.strictObject({
  op: z.enum(['add', 'remove', 'replace']),
  path: z.array(z.union([z.string().max(200), z.number().int().nonnegative()])).max(32),
  /** Absent for what is removed. */
  value: z.json().optional(),
});

export const StoredStep = z.strictObject({
  /** Absent where it was stored before edits had names. */
  name: EditName.optional(),
  patches: z.array(DocumentPatch).min(1).max(MOST_PATCHES),
  inverse: z.array(DocumentPatch).min(1).max(MOST_PATCHES),
});
export type StoredStep = z.infer<typeof StoredStep>;

/** The newest steps; what is older can no longer be undone after a restart. */
export const MOST_STORED_STEPS = 200;
/** Of the steps as JSON, counted in characters. */
export const MOST_STORED_CHARACTERS = 1_000_000;

export const UndoHistory = z.strictObject({
  /** The step that undoing takes back is the last. */
  past: z.array(StoredStep).max(MOST_STORED_STEPS),
  /** The step that redoing makes again is the first. */
  future: z.array(StoredStep).max(MOST_STORED_STEPS),
});
export type UndoHistory = z.infer<typeof UndoHistory>;

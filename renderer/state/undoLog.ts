/**
 * Undo and redo as immer patches: pure functions over a log, no store.
 *
 * Edits that follow each other in the same `group` (typing into one field) are one step, until the
 * group is closed.
 */
import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import type { EditName } from '../../core/contract/EditName.ts';

enablePatches();

export const MAXIMUM_STEPS = 1000;

export interface UndoStep {
  readonly group: string | null;
  /** Absent for one that an older studio stored. */
  readonly name?: EditName | undefined;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

export interface UndoLog {
  readonly past: readonly UndoStep[];
  readonly future: readonly UndoStep[];
}

export interface Edited<T> {
  readonly value: T;
  readonly log: UndoLog;
}

export const emptyLog: UndoLog = { past: [], future: [] };

export interface EditOptions<T> {
  readonly group?: string | null | undefined;
  readonly nameOf?: (before: T, after: T) => EditName;
}

export function edit<T extends object>(
  { value, log }: Edited<T>,
  change: (draft: T) => void,
  { group = null, nameOf }: EditOptions<T> = {},
): Edited<T> {
  const [next, patches, inverse] = produceWithPatches(value, (draft) => change(draft as T));
  if (patches.length === 0) return { value, log };
  const last = log.past.at(-1);
  const joined = group !== null && last?.group === group && log.future.length === 0;
  const step: UndoStep = joined
    ? {
        ...last,
        patches: [...last.patches, ...patches],
        inverse: [...inverse, ...last.inverse],
      }
    : { group, name: nameOf?.(value, next), patches, inverse };
  const past = joined ? log.past.slice(0, -1) : log.past;
  return { value: next, log: { past: [...past, step].slice(-MAXIMUM_STEPS), future: [] } };
}

/** Closes the open group: the next edit is a step of its own. */
export function closeGroup(log: UndoLog): UndoLog {
  const last = log.past.at(-1);
  if (!last || last.group === null) return log;
  return { ...log, past: [...log.past.slice(0, -1), { ...last, group: null }] };
}

export function undo<T extends object>({ value, log }: Edited<T>): Edited<T> {
  const step = log.past.at(-1);
  if (!step) return { value, log };
  return {
    value: applyPatches(value, step.inverse as Patch[]),
    log: { past: log.past.slice(0, -1), future: [{ ...step, group: null }, ...log.future] },
  };
}

export function redo<T extends object>({ value, log }: Edited<T>): Edited<T> {
  const [step, ...future] = log.future;
  if (!step) return { value, log };
  return {
    value: applyPatches(value, step.patches as Patch[]),
    log: { past: [...log.past, step], future },
  };
}

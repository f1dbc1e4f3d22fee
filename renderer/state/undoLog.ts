/**
 * Undo and redo as immer patches: pure functions over a log, no store.
 *
 * Edits that follow each other in the same `group` (typing into one field) are one step, until the
 * group is closed. A slider makes hundreds of them: where they only set the same fields anew, the
 * step keeps the first value for the way back and the last one for the way there, and grows no
 * more.
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
    ? joinSteps(last, patches, inverse)
    : { group, name: nameOf?.(value, next), patches, inverse };
  const past = joined ? log.past.slice(0, -1) : log.past;
  const kept = changesNothing(step) ? past : [...past, step].slice(-MAXIMUM_STEPS);
  return { value: next, log: { past: kept, future: [] } };
}

/**
 * An entry that was taken back: nobody wants a step of undo that does nothing. A setting may come with
 * the whole object it stands in, so values are compared as they are written.
 */
function changesNothing({ patches, inverse }: UndoStep): boolean {
  const hasBack = (patch: Patch) =>
    inverse.some(
      (one) => isSamePlace(one, patch) && JSON.stringify(one.value) === JSON.stringify(patch.value),
    );
  return (
    patches.length === inverse.length &&
    patches.every((patch) => patch.op === 'replace' && hasBack(patch))
  );
}

function joinSteps(last: UndoStep, patches: readonly Patch[], inverse: readonly Patch[]): UndoStep {
  const found = patches.map((patch) => last.patches.findIndex((one) => isSamePlace(one, patch)));
  const isAnew = patches.every(
    (patch, at) => patch.op === 'replace' && found[at] !== -1 && standsAlone(patch, last.patches),
  );
  if (!isAnew) {
    return {
      ...last,
      patches: [...last.patches, ...patches],
      inverse: [...inverse, ...last.inverse],
    };
  }
  const joined = [...last.patches];
  for (const [at, { value }] of patches.entries()) {
    const index = found[at] ?? 0;
    joined[index] = { ...(joined[index] as Patch), value };
  }
  return { ...last, patches: joined };
}

const isSamePlace = (a: Patch, b: Patch) =>
  a.path.length === b.path.length && isPrefix(a.path, b.path);

const isPrefix = (a: Patch['path'], b: Patch['path']) => a.every((key, at) => key === b[at]);

/**
 * Whether setting this place anew is all that the steps have to do with it: nothing around or inside
 * it is changed by another patch, and none moves the items of a list.
 */
function standsAlone(patch: Patch, others: readonly Patch[]): boolean {
  const { path } = patch;
  return others.every((other) => {
    if (other.op === 'remove' || other.path.at(-1) === 'length') return false;
    if (other.op === 'add' && typeof other.path.at(-1) === 'number') return false;
    return isSamePlace(other, patch)
      ? others.filter((one) => isSamePlace(one, patch)).length === 1
      : !isPrefix(other.path, path) && !isPrefix(path, other.path);
  });
}

/** What was done in the open group was never done: neither the document nor the log knows of it. */
export function withdraw<T extends object>({ value, log }: Edited<T>, group: string): Edited<T> {
  const last = log.past.at(-1);
  if (last?.group !== group) return { value, log };
  return {
    value: applyPatches(value, last.inverse as Patch[]),
    log: { ...log, past: log.past.slice(0, -1) },
  };
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

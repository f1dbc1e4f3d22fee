/** Edits of samples: the states that datasets have been in, and the steps between them. */
import { z } from 'zod';
import { type DatasetInfo, DatasetTarget } from '../../../core/contract/DatasetInfo.ts';
import { SampleEdit } from '../../../core/contract/SampleEdit.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

/** A dataset of the library by its name and the hash of what was imported. */
export interface EditedKey {
  readonly dataset: string;
  readonly importedHash: string;
}

/** A dataset with edits, without the list of them. */
export interface EditedState {
  readonly hash: string;
  readonly importedHash: string;
  readonly excluded: number;
  readonly relabelled: number;
  readonly target: DatasetTarget;
}

/** The edits of the samples it concerns, before and after; a sample without an edit is absent. */
export interface EditStep {
  readonly sequence: number;
  /** All samples it concerns. */
  readonly indices: readonly number[];
  readonly before: readonly SampleEdit[];
  readonly after: readonly SampleEdit[];
}

export interface EditStore {
  /** Null for a dataset as imported. */
  current(key: EditedKey): EditedState | null;
  /** Null for a hash of no edited dataset. */
  find(hash: string): EditedState | null;
  /**
   * Empty for a dataset as imported. Throws `busy` for an edited state that is no longer kept: it
   * must never pass for the imported one.
   */
  editsOf(dataset: Pick<DatasetInfo, 'hash' | 'edits'>): SampleEdit[];
  /** The step that undoing takes back, and the one that redoing makes again. */
  next(key: EditedKey): { readonly undo: EditStep | null; readonly redo: EditStep | null };
  /** The newest steps that are not undone, of all datasets that ever had that import, oldest first. */
  made(most: number): readonly (EditedKey & { readonly step: number; readonly madeAt: number })[];
  changedAt(key: EditedKey): number | null;
  /** Null: as imported. States that no dataset is in and no run was trained on are dropped. */
  enter(key: EditedKey, state: (EditedState & { edits: readonly SampleEdit[] }) | null): void;
  /** Steps that were undone can be redone no more. Gives the sequence, which is never used again. */
  addStep(key: EditedKey, step: Omit<EditStep, 'sequence' | 'indices'>, now: number): number;
  setUndone(sequence: number, isUndone: boolean): void;
  /** States on which runs were trained stay. */
  forget(dataset: string): void;
}

interface StateRow {
  readonly hash: string;
  readonly imported_hash: string;
  readonly excluded: number;
  readonly relabelled: number;
  readonly target: string;
}

interface StepRow {
  readonly sequence: number;
  readonly edits_before: string;
  readonly edits_after: string;
}

interface MadeRow {
  readonly dataset: string;
  readonly imported_hash: string;
  readonly sequence: number;
  readonly made_at: number;
}

const STATE = 'hash, imported_hash, excluded, relabelled, target';
const OF_DATASET = 'dataset = ? AND imported_hash = ?';

export function createEditStore(database: SqlDatabase): EditStore {
  const prune = () =>
    database.run(
      `DELETE FROM edited_datasets WHERE hash NOT IN (SELECT hash FROM current_edits)
         AND hash NOT IN (SELECT dataset_hash FROM runs)`,
    );
  const step = (condition: string, order: string, { dataset, importedHash }: EditedKey) =>
    toStep(
      database.get(
        `SELECT * FROM edit_steps WHERE ${OF_DATASET} AND ${condition} ORDER BY sequence ${order} LIMIT 1`,
        dataset,
        importedHash,
      ),
    );
  return {
    current: ({ dataset, importedHash }) =>
      toState(
        database.get(
          `SELECT ${STATE} FROM edited_datasets WHERE hash =
             (SELECT hash FROM current_edits WHERE ${OF_DATASET})`,
          dataset,
          importedHash,
        ),
      ),
    find: (hash) =>
      toState(database.get(`SELECT ${STATE} FROM edited_datasets WHERE hash = ?`, hash)),
    editsOf: ({ hash, edits }) => {
      if (!edits) return [];
      const row = database.get('SELECT edits FROM edited_datasets WHERE hash = ?', hash) as
        | { readonly edits: string }
        | undefined;
      if (!row) throw overtaken();
      return toEdits(row.edits);
    },
    next: (key) => ({
      undo: step('is_undone = 0', 'DESC', key),
      redo: step('is_undone = 1', 'ASC', key),
    }),
    made: (most) =>
      (
        database.all(
          `SELECT dataset, imported_hash, sequence, made_at FROM edit_steps WHERE is_undone = 0
             ORDER BY sequence DESC LIMIT ?`,
          most,
        ) as MadeRow[]
      )
        .map(({ dataset, imported_hash: importedHash, sequence: step, made_at: madeAt }) => ({
          dataset,
          importedHash,
          step,
          madeAt,
        }))
        .reverse(),
    changedAt: ({ dataset, importedHash }) => {
      const row = database.get(
        `SELECT max(made_at) AS at FROM edit_steps WHERE ${OF_DATASET}`,
        dataset,
        importedHash,
      ) as { readonly at: number | null };
      return row.at;
    },
    enter: ({ dataset, importedHash }, state) => {
      database.run('DELETE FROM current_edits WHERE dataset = ?', dataset);
      if (state) {
        const { hash, excluded, relabelled, target, edits } = state;
        database.run(
          'INSERT INTO edited_datasets VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
          hash,
          importedHash,
          excluded,
          relabelled,
          JSON.stringify(target),
          JSON.stringify(edits),
        );
        database.run('INSERT INTO current_edits VALUES (?, ?, ?)', dataset, importedHash, hash);
      }
      prune();
    },
    addStep: ({ dataset, importedHash }, { before, after }, now) => {
      database.run(
        `DELETE FROM edit_steps WHERE ${OF_DATASET} AND is_undone = 1`,
        dataset,
        importedHash,
      );
      const row = database.get(
        `INSERT INTO edit_steps (dataset, imported_hash, edits_before, edits_after, made_at)
           VALUES (?, ?, ?, ?, ?) RETURNING sequence`,
        dataset,
        importedHash,
        JSON.stringify(before),
        JSON.stringify(after),
        now,
      ) as { readonly sequence: number };
      return row.sequence;
    },
    setUndone: (sequence, isUndone) =>
      void database.run(
        'UPDATE edit_steps SET is_undone = ? WHERE sequence = ?',
        isUndone ? 1 : 0,
        sequence,
      ),
    forget: (dataset) => {
      database.run('DELETE FROM edit_steps WHERE dataset = ?', dataset);
      database.run('DELETE FROM current_edits WHERE dataset = ?', dataset);
      prune();
    },
  };
}

function overtaken(): StudioError {
  return new StudioError('busy', 'The dataset was edited elsewhere at the same moment.', {
    where: 'dataset',
    hint: 'Nothing was changed. Look at its edits and try again.',
  });
}

const toEdits = (text: string): SampleEdit[] => z.array(SampleEdit).parse(JSON.parse(text));

function toState(row: unknown): EditedState | null {
  if (!row) return null;
  const { hash, imported_hash, excluded, relabelled, target } = row as StateRow;
  return {
    hash,
    importedHash: imported_hash,
    excluded,
    relabelled,
    target: DatasetTarget.parse(JSON.parse(target)),
  };
}

function toStep(row: unknown): EditStep | null {
  if (!row) return null;
  const { sequence, edits_before, edits_after } = row as StepRow;
  const before = toEdits(edits_before);
  const after = toEdits(edits_after);
  const indices = [...new Set([...before, ...after].map(({ index }) => index))];
  return { sequence, indices, before, after };
}

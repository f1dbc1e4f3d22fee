/** What a person left behind between sessions: experiment documents and preferences. */
import { z } from 'zod';
import { ExperimentDocument } from '../../../core/contract/StudioApi.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { UndoHistory } from '../../../core/contract/UndoHistory.ts';
import { salvageExperiment } from '../../../core/training/salvageExperiment.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

export interface DocumentStore {
  /**
   * Last saved first. What a newer studio wrote is read as far as it can be, with its losses; what is
   * no experiment at all is left out, and left alone.
   */
  listExperiments(): ExperimentDocument[];
  /**
   * With its undo log, or without one. Throws StudioError `unsupported` in place of a document that
   * cannot be read in full: what could not be read would be lost.
   */
  saveExperiment(
    document: Pick<ExperimentDocument, 'id' | 'spec' | 'updatedAt'>,
    history?: UndoHistory,
  ): void;
  /** Null where there is none that belongs to the document of that time. */
  historyOf(id: string, updatedAt: number): UndoHistory | null;
  has(id: string): boolean;
  /** A document as it came, whatever of it can be read; one of that id must not be there. */
  addText(row: { id: string; text: string; updatedAt: number }): ExperimentDocument;
  findText(text: string): ExperimentDocument | null;
  /** Returns whether there was one. */
  removeExperiment(id: string): boolean;
  getPreferences(): Record<string, z.core.util.JSONType>;
  setPreference(key: string, value: z.core.util.JSONType): void;
}

interface ExperimentRow {
  readonly id: string;
  readonly spec: string;
  readonly updated_at: number;
}

export function createDocumentStore(database: SqlDatabase): DocumentStore {
  const rows = (where: string, ...values: string[]) =>
    database.all(
      `SELECT * FROM experiments ${where} ORDER BY updated_at DESC, id`,
      ...values,
    ) as ExperimentRow[];
  const readRow = (row: ExperimentRow | undefined) => (row ? documentOf(row) : null);
  return {
    listExperiments: () => rows('').flatMap((row) => documentOf(row) ?? []),
    saveExperiment: ({ id, spec, updatedAt }, history) =>
      database.transaction(() => {
        const [before] = rows('WHERE id = ?', id);
        if (before && isLossy(before)) throw wouldLose(id);
        database.run(
          `INSERT INTO experiments VALUES (?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET spec = excluded.spec, updated_at = excluded.updated_at`,
          id,
          JSON.stringify(spec),
          updatedAt,
        );
        database.run('DELETE FROM experiment_histories WHERE experiment = ?', id);
        if (!history) return;
        const text = JSON.stringify(history);
        database.run('INSERT INTO experiment_histories VALUES (?, ?)', id, text);
      }),
    historyOf(id, updatedAt) {
      const row = database.get(
        `SELECT history FROM experiment_histories JOIN experiments ON id = experiment
         WHERE id = ? AND updated_at = ?`,
        id,
        updatedAt,
      ) as { history: string } | undefined;
      return row ? UndoHistory.parse(JSON.parse(row.history)) : null;
    },
    has: (id) => rows('WHERE id = ?', id).length > 0,
    addText({ id, text, updatedAt }) {
      database.run('INSERT INTO experiments VALUES (?, ?, ?)', id, text, updatedAt);
      const added = readRow(rows('WHERE id = ?', id)[0]);
      if (!added) throw wouldLose(id);
      return added;
    },
    findText: (text) => readRow(rows('WHERE spec = ?', text)[0]),
    removeExperiment: (id) => database.run('DELETE FROM experiments WHERE id = ?', id).changes > 0,
    getPreferences: () => {
      const rows = database.all('SELECT key, value FROM preferences') as {
        key: string;
        value: string;
      }[];
      return Object.fromEntries(
        rows.map(({ key, value }) => [key, z.json().parse(JSON.parse(value))]),
      );
    },
    setPreference: (key, value) =>
      void database.run(
        `INSERT INTO preferences VALUES (?, ?)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        key,
        JSON.stringify(value),
      ),
  };
}

/** Null for what is no experiment. */
function documentOf({ id, spec: text, updated_at: updatedAt }: ExperimentRow) {
  try {
    const { spec, losses } = salvageExperiment(JSON.parse(text));
    const document = losses.length > 0 ? { id, spec, updatedAt, losses } : { id, spec, updatedAt };
    return ExperimentDocument.parse(document);
  } catch {
    return null;
  }
}

function isLossy(row: ExperimentRow): boolean {
  const document = documentOf(row);
  return document === null || document.losses !== undefined;
}

function wouldLose(id: string): StudioError {
  return new StudioError(
    'unsupported',
    `Experiment "${id}" cannot be read in full, so it is not overwritten.`,
    { where: 'id', hint: 'Make a copy of it, and change that.' },
  );
}

/** What a person left behind between sessions: experiment documents and preferences. */
import { z } from 'zod';
import { ExperimentDocument } from '../../../core/contract/StudioApi.ts';
import { UndoHistory } from '../../../core/contract/UndoHistory.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

export interface DocumentStore {
  /** Last saved first. */
  listExperiments(): ExperimentDocument[];
  /** With its undo log, or without one. */
  saveExperiment(document: ExperimentDocument, history?: UndoHistory): void;
  /** Null where there is none that belongs to the document of that time. */
  historyOf(id: string, updatedAt: number): UndoHistory | null;
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
  return {
    listExperiments: () =>
      (
        database.all('SELECT * FROM experiments ORDER BY updated_at DESC, id') as ExperimentRow[]
      ).map(({ id, spec, updated_at }) =>
        ExperimentDocument.parse({ id, spec: JSON.parse(spec), updatedAt: updated_at }),
      ),
    saveExperiment: ({ id, spec, updatedAt }, history) =>
      database.transaction(() => {
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

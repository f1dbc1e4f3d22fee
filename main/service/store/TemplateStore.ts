/** The networks that a person saved. */
import { SavedTemplate } from '../../../core/contract/ModelTemplate.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

export interface TemplateStore {
  /** By name. */
  list(): SavedTemplate[];
  find(id: string): SavedTemplate | null;
  /** Replaces the one of that id. */
  put(template: SavedTemplate, savedAt: number): void;
  /** Returns whether there was one. */
  remove(id: string): boolean;
}

interface TemplateRow {
  readonly id: string;
  readonly name: string;
  readonly layers: string;
}

export function createTemplateStore(database: SqlDatabase): TemplateStore {
  const read = ({ id, name, layers }: TemplateRow) =>
    SavedTemplate.parse({ id, name, layers: JSON.parse(layers) });
  const columns = 'SELECT id, name, layers FROM templates';
  return {
    list: () => (database.all(`${columns} ORDER BY name`) as TemplateRow[]).map(read),
    find(id) {
      const row = database.get(`${columns} WHERE id = ?`, id) as TemplateRow | undefined;
      return row ? read(row) : null;
    },
    put: ({ id, name, layers }, savedAt) =>
      void database.run(
        `INSERT INTO templates VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET
           name = excluded.name, layers = excluded.layers, saved_at = excluded.saved_at`,
        id,
        name,
        JSON.stringify(layers),
        savedAt,
      ),
    remove: (id) => database.run('DELETE FROM templates WHERE id = ?', id).changes > 0,
  };
}

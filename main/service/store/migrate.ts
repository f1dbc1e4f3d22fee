/**
 * Brings a store to this program's version, one numbered step after the other, each whole or not at
 * all.
 */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { initialMigration } from './migrations/0001-initial.ts';
import { resumptionMigration } from './migrations/0002-resumption.ts';
import { controlMigration } from './migrations/0003-control.ts';
import { guardsMigration } from './migrations/0004-guards.ts';
import { sealMigration } from './migrations/0005-seal.ts';
import { editsMigration } from './migrations/0006-edits.ts';
import { editorMigration } from './migrations/0007-editor.ts';
import { experimentOfRunMigration } from './migrations/0008-experiment-of-run.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

/** Step i leads from version i to i + 1. */
export const migrations: readonly string[] = [
  initialMigration,
  resumptionMigration,
  controlMigration,
  guardsMigration,
  sealMigration,
  editsMigration,
  editorMigration,
  experimentOfRunMigration,
];

export const STORE_VERSION = migrations.length;

/** `DSCT`: marks the file as ours, so that another program's database is never migrated. */
const APPLICATION_ID = 0x44_53_43_54;

/** Throws StudioError `storage` for a store of a newer program or a database of another one. */
export function migrate(database: SqlDatabase): void {
  if (checkedVersion(database) === STORE_VERSION) return;
  database.transaction(() => {
    // Asked again under the write lock: another process may have done it meanwhile.
    for (let version = checkedVersion(database); version < STORE_VERSION; version++) {
      database.exec(migrations[version] ?? '');
      database.exec(`PRAGMA user_version = ${version + 1}`);
    }
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  });
}

function checkedVersion(database: SqlDatabase): number {
  const version = pragma(database, 'user_version');
  const isEmpty = version === 0 && !database.get('SELECT 1 FROM sqlite_schema LIMIT 1');
  if (!isEmpty && pragma(database, 'application_id') !== APPLICATION_ID) {
    throw new StudioError('storage', "The store's file is a database of another program.", {
      where: database.path,
      hint: 'The file was left as it is. Choose another home with --home or DESCENT_HOME.',
    });
  }
  if (version > STORE_VERSION) {
    throw new StudioError(
      'storage',
      `The store has version ${version}; this program knows versions up to ${STORE_VERSION}.`,
      {
        where: database.path,
        hint: 'It was written by a newer Descent: use that one, or choose another home with --home.',
      },
    );
  }
  return version;
}

function pragma(database: SqlDatabase, name: 'user_version' | 'application_id'): number {
  const row = database.get(`PRAGMA ${name}`) as Record<string, number>;
  return row[name] ?? 0;
}

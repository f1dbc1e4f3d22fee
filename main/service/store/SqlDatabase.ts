/**
 * The one door to SQLite: better-sqlite3 is imported here and nowhere else.
 *
 * Statements are prepared once per text and kept, because preparing in a loop grows memory until
 * the loop turns. Every failure leaves as StudioError `storage` with the file's path; the file
 * itself is never deleted or replaced.
 */
import BetterSqlite3 from 'better-sqlite3';
import { StudioError } from '../../../core/contract/StudioError.ts';

export type SqlValue = string | number | null | Uint8Array;

export interface SqlDatabase {
  readonly path: string;
  run(sql: string, ...values: readonly SqlValue[]): { readonly changes: number };
  get(sql: string, ...values: readonly SqlValue[]): unknown;
  all(sql: string, ...values: readonly SqlValue[]): unknown[];
  /** Several statements without values: for migrations. */
  exec(sql: string): void;
  /**
   * Takes the write lock first, so that what it reads stays true until it has written. Joins an
   * open transaction.
   */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Long enough for another process to commit a large checkpoint. */
const BUSY_TIMEOUT_MILLISECONDS = 10_000;
const SYNCHRONOUS_FULL = 2;

export function openDatabase(path: string): SqlDatabase {
  return guard(path, () => {
    const database = new BetterSqlite3(path, { timeout: BUSY_TIMEOUT_MILLISECONDS });
    try {
      configure(database);
    } catch (error) {
      database.close();
      throw error;
    }
    return wrap(database, path);
  });
}

function configure(database: BetterSqlite3): void {
  database.pragma('journal_mode = WAL');
  // The library is built with NORMAL in WAL, which may lose the last commits with the power: ask,
  // and make sure.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  const expected = { journal_mode: 'wal', synchronous: SYNCHRONOUS_FULL, foreign_keys: 1 };
  for (const [name, value] of Object.entries(expected)) {
    const received = database.pragma(name, { simple: true });
    if (received !== value) {
      throw new Error(`SQLite's ${name} must be ${value}. Received ${String(received)}.`);
    }
  }
}

function wrap(database: BetterSqlite3, path: string): SqlDatabase {
  const statements = new Map<string, BetterSqlite3.Statement>();
  const statement = (sql: string): BetterSqlite3.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const prepared = database.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  };
  return {
    path,
    run: (sql, ...values) => guard(path, () => statement(sql).run(...values)),
    get: (sql, ...values) => guard(path, () => statement(sql).get(...values)),
    all: (sql, ...values) => guard(path, () => statement(sql).all(...values)),
    exec: (sql) => guard(path, () => void database.exec(sql)),
    transaction: (work) => {
      if (database.inTransaction) return work();
      return guard(path, () => database.transaction(work).immediate());
    },
    close: () => void database.close(),
  };
}

function guard<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StudioError) throw error;
    throw storageError(path, error);
  }
}

const hints: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'The disk is full. Free some space and try again; what was committed is safe.',
  SQLITE_NOTADB: 'The file was left as it is. Choose another home with --home or DESCENT_HOME.',
  SQLITE_CORRUPT: 'The file was left as it is. Restore a copy, or choose another home with --home.',
  SQLITE_CANTOPEN: 'Check that the folder exists and may be written.',
  SQLITE_READONLY: 'Check that the file and its folder may be written.',
  SQLITE_BUSY: 'Another process is writing for a long time. Try again in a moment.',
};

function storageError(path: string, error: unknown): StudioError {
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown } | null)?.code;
  const family = typeof code === 'string' ? code.split('_').slice(0, 2).join('_') : '';
  return new StudioError('storage', `The store cannot be used: ${message}.`, {
    where: path,
    hint: hints[family] ?? null,
    cause: error,
  });
}

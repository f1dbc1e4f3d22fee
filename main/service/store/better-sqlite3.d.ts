/** The part of better-sqlite3 that SqlDatabase.ts uses; the package brings no types. */
declare module 'better-sqlite3' {
  namespace Database {
    interface Statement {
      run(...parameters: unknown[]): { changes: number; lastInsertRowid: number | bigint };
      get(...parameters: unknown[]): unknown;
      all(...parameters: unknown[]): unknown[];
    }
    interface Transaction<T> {
      immediate(): T;
    }
  }
  class Database {
    constructor(path: string, options?: { timeout?: number });
    readonly inTransaction: boolean;
    prepare(sql: string): Database.Statement;
    exec(sql: string): this;
    pragma(text: string, options?: { simple?: boolean }): unknown;
    transaction<T>(work: () => T): Database.Transaction<T>;
    close(): this;
  }
  export = Database;
}

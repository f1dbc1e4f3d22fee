import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { irisSpec, temporaryFolder } from '../testing/testStudio.ts';
import { migrations, STORE_VERSION } from './migrate.ts';
import { initialMigration } from './migrations/0001-initial.ts';
import { resumptionMigration } from './migrations/0002-resumption.ts';
import { openStore } from './openStore.ts';
import { openDatabase } from './SqlDatabase.ts';

function emptyStore(): string {
  const path = join(temporaryFolder(), 'studio.db');
  openStore(path).close();
  return path;
}

test('a new store has the current version, STRICT tables and a full sync', () => {
  const database = openDatabase(emptyStore());
  expect(database.get('PRAGMA user_version')).toEqual({ user_version: STORE_VERSION });
  expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  const tables = database.all(
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
  ) as { name: string; strict: number }[];
  expect(tables.length).toBeGreaterThan(8);
  expect(tables.filter(({ strict }) => strict === 0)).toEqual([]);
  database.close();
});

test('a store of an earlier version keeps all that it holds', () => {
  const path = join(temporaryFolder(), 'studio.db');
  const database = openDatabase(path);
  database.exec(initialMigration + resumptionMigration);
  database.exec('PRAGMA application_id = 1146307412; PRAGMA user_version = 2');
  database.exec(`
    INSERT INTO runs (id, name, status, spec, dataset_id, dataset_name, dataset_hash, progress, created_at)
      VALUES ('old-1', 'Old', 'stopped', '${JSON.stringify(irisSpec(3))}', 'iris', 'Iris', '${'a'.repeat(64)}',
        '{"epoch":1,"epochs":3,"iteration":5,"iterations":15,"samplesPerSecond":0,"secondsLeft":null}', 1);
    INSERT INTO epoch_metrics VALUES (1, 1, 5, 0.01, 0.5, 0.5, 0.5, 0.5, 1);`);
  database.close();
  const store = openStore(path);
  expect(store.runs.get('old-1')).toMatchObject({
    status: 'stopped',
    last: { epoch: 1 },
    position: { epoch: 1, iteration: 5 },
    learningRateChanges: [],
  });
  store.close();
});

test('runs of version 7 are given the one document of their name, and keep it', () => {
  const path = join(temporaryFolder(), 'studio.db');
  const database = openDatabase(path);
  for (const migration of migrations.slice(0, 7)) database.exec(migration);
  database.exec('PRAGMA application_id = 1146307412; PRAGMA user_version = 7');
  const spec = (name: string) => JSON.stringify({ ...irisSpec(3), name });
  const progress =
    '{"epoch":1,"epochs":3,"iteration":5,"iterations":15,"samplesPerSecond":0,"secondsLeft":null}';
  for (const [id, name, text] of [
    ['alone-1', 'alone', spec('alone')],
    ['twice-1', 'twice', spec('twice')],
    ['nobody-1', 'nobody', spec('nobody')],
    ['damaged-1', 'alone', '{"name": "alone"'],
  ] as const) {
    database.run(
      `INSERT INTO runs (id, name, status, spec, dataset_id, dataset_name, dataset_hash, progress, created_at)
       VALUES (?, ?, 'stopped', ?, 'iris', 'Iris', ?, ?, 1)`,
      ...[id, name, text, 'a'.repeat(64), progress],
    );
  }
  for (const [id, text] of [
    ['a', spec('alone')],
    ['b', spec('twice')],
    ['c', spec('twice')],
    ['damaged', '{"name": "alone"'],
  ] as const) {
    database.run('INSERT INTO experiments VALUES (?, ?, 1)', id, text);
  }
  database.close();
  const store = openStore(path);
  const opened = openDatabase(path);
  expect(opened.get("SELECT experiment FROM runs WHERE id = 'damaged-1'")).toEqual({
    experiment: null,
  });
  opened.close();
  const experimentOf = (id: string) => store.runs.get(id).experiment;
  expect(['alone-1', 'twice-1', 'nobody-1'].map(experimentOf)).toEqual(['a', null, null]);
  store.documents.saveExperiment({ id: 'a', spec: { ...irisSpec(3), name: 'b' }, updatedAt: 2 });
  expect(experimentOf('alone-1')).toBe('a');
  store.documents.removeExperiment('a');
  expect(experimentOf('alone-1')).toBe(null);
  store.close();
});

test('opening a store again changes no byte of it', () => {
  const path = emptyStore();
  const before = readFileSync(path);
  openStore(path).close();
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a store of a newer program is refused and left alone', () => {
  const path = emptyStore();
  const database = openDatabase(path);
  database.exec(`PRAGMA user_version = ${STORE_VERSION + 1}`);
  database.close();
  const before = readFileSync(path);
  expect(() => openStore(path)).toThrow(
    `The store has version ${STORE_VERSION + 1}; this program knows versions up to ${STORE_VERSION}.`,
  );
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("another program's database is refused and left alone", () => {
  const path = join(temporaryFolder(), 'studio.db');
  const database = openDatabase(path);
  database.exec('CREATE TABLE theirs (x)');
  database.close();
  expect(() => openStore(path)).toThrow('database of another program');
});

test('a damaged file is refused with its path and left alone', () => {
  const path = join(temporaryFolder(), 'studio.db');
  writeFileSync(path, 'this is no database, whatever its name says '.repeat(200));
  const before = readFileSync(path);
  expect(() => openStore(path)).toThrow(
    expect.objectContaining({
      code: 'storage',
      where: path,
      hint: expect.stringContaining('--home'),
    }),
  );
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a home that cannot be made is named', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => openStore(join(file, 'home', 'studio.db'))).toThrow(
    expect.objectContaining({ code: 'storage' }),
  );
  const folder = join(temporaryFolder(), 'studio.db');
  mkdirSync(folder);
  expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'storage' }));
});

test('a transaction that fails leaves nothing', () => {
  const path = emptyStore();
  const store = openStore(path);
  expect(() =>
    store.transaction(() => {
      store.documents.setPreference('language', 'ko');
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(store.documents.getPreferences()).toEqual({});
  store.close();
});

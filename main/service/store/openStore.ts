/** The studio's store: one SQLite file in the home folder, opened at this program's version. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { type CheckpointStore, createCheckpointStore } from './CheckpointStore.ts';
import { createDocumentStore, type DocumentStore } from './DocumentStore.ts';
import { createEditStore, type EditStore } from './EditStore.ts';
import { createEvaluationStore, type EvaluationStore } from './EvaluationStore.ts';
import { createFindingStore, type FindingStore } from './FindingStore.ts';
import { createMetricStore, type MetricStore } from './MetricStore.ts';
import { migrate } from './migrate.ts';
import { createOwnerStore, type OwnerStore } from './OwnerStore.ts';
import { createPositionStore, type PositionStore } from './PositionStore.ts';
import { createRunStore, type RunStore } from './RunStore.ts';
import { openDatabase } from './SqlDatabase.ts';
import { createTemplateStore, type TemplateStore } from './TemplateStore.ts';

export interface Store {
  readonly path: string;
  readonly runs: RunStore;
  readonly metrics: MetricStore;
  readonly checkpoints: CheckpointStore;
  readonly findings: FindingStore;
  readonly positions: PositionStore;
  readonly evaluations: EvaluationStore;
  readonly documents: DocumentStore;
  readonly templates: TemplateStore;
  readonly edits: EditStore;
  readonly owners: OwnerStore;
  /** All of it or nothing. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/**
 * Throws StudioError `storage` when the file is damaged, newer, or cannot be written; never
 * replaces it.
 */
export function openStore(path: string): Store {
  makeFolder(dirname(path));
  const database = openDatabase(path);
  try {
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    path,
    runs: createRunStore(database),
    metrics: createMetricStore(database),
    checkpoints: createCheckpointStore(database),
    findings: createFindingStore(database),
    positions: createPositionStore(database),
    evaluations: createEvaluationStore(database),
    documents: createDocumentStore(database),
    templates: createTemplateStore(database),
    edits: createEditStore(database),
    owners: createOwnerStore(database),
    transaction: (work) => database.transaction(work),
    close: () => database.close(),
  };
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new StudioError('storage', `The home folder cannot be made: ${String(error)}.`, {
      where: path,
      hint: 'Choose another one with --home or DESCENT_HOME.',
      cause: error,
    });
  }
}

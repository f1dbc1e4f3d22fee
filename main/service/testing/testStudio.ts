/** A studio in a folder of its own, for tests; the folder goes when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord, RunStatus } from '../../../core/contract/RunRecord.ts';
import type { StudioApi } from '../../../core/contract/StudioApi.ts';
import type { StudioEvent } from '../../../core/contract/StudioEvent.ts';
import { studioPaths } from '../../paths.ts';
import { createBundledExperiments } from '../library/bundledExperiments.ts';
import {
  createStudioService,
  type StudioService,
  type StudioServiceOptions,
} from '../StudioService.ts';

export interface TestStudio {
  readonly home: string;
  readonly service: StudioService;
  readonly request: StudioApi['request'];
  /** Everything told so far. */
  readonly events: StudioEvent[];
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'descent-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export function openTestStudio(
  home = temporaryFolder(),
  options: Partial<StudioServiceOptions> = {},
): TestStudio {
  const service = createStudioService({
    home,
    version: '0.0.0-test',
    ...studioPaths(),
    ...options,
  });
  onTestFinished(() => service.close());
  const events: StudioEvent[] = [];
  service.onEvent((event) => events.push(event));
  return { home, service, request: service.request as StudioApi['request'], events };
}

/** The bundled iris experiment, small enough to train in a blink. */
export function irisSpec(epochs: number, changes: Partial<ExperimentSpec> = {}): ExperimentSpec {
  const template = createBundledExperiments(studioPaths().resources)
    .list()
    .find(({ id }) => id === 'iris');
  if (!template) throw new Error('resources/experiments holds no iris.');
  const { training } = template.spec;
  return { ...template.spec, training: { ...training, epochs }, ...changes };
}

/** Longer than any test waits: for runs that are to be interrupted. */
export const ENDLESS_EPOCHS = 1_000_000;

/** Resolves with the first record of the run that `accept` likes. */
export function waitForRun(
  { service, request }: Pick<TestStudio, 'service' | 'request'>,
  run: string,
  accept: (record: RunRecord) => boolean,
): Promise<RunRecord> {
  return new Promise((resolve, reject) => {
    const unsubscribe = service.onEvent(() => look());
    const look = () =>
      request('runs.get', { run }).then((record) => {
        if (!accept(record)) return;
        unsubscribe();
        resolve(record);
      }, reject);
    look();
  });
}

export const hasStatus =
  (...statuses: RunStatus[]) =>
  ({ status }: RunRecord): boolean =>
    statuses.includes(status);

export const hasEnded = hasStatus('completed', 'stopped', 'failed', 'crashed');

export const hasEpochs =
  (epochs: number) =>
  ({ last }: RunRecord): boolean =>
    (last?.epoch ?? 0) >= epochs;

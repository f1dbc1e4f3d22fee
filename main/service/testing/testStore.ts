/** A store with one queued run of the iris experiment, for tests. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EpochMetrics, RunProgress } from '../../../core/contract/RunRecord.ts';
import { studioPaths } from '../../paths.ts';
import { createBundledSamples } from '../library/bundledSamples.ts';
import { openStore, type Store } from '../store/openStore.ts';
import { irisSpec, temporaryFolder } from './testStudio.ts';

export function openTestStore(path = join(temporaryFolder(), 'studio.db')): Store {
  const store = openStore(path);
  onTestFinished(() => store.close());
  return store;
}

export async function addTestRun(store: Store): Promise<string> {
  const { description } = await createBundledSamples(studioPaths().resources).read('iris');
  const { id } = store.runs.add({
    spec: irisSpec(10),
    dataset: { ...description, id: 'iris', importedAt: 0 },
    splits: { train: 90, validation: 30, test: 30 },
    parameters: 163,
    iterations: 50,
    owner: store.owners.claim(0),
    createdAt: 1,
  });
  return id;
}

export function epochMetrics(epoch: number, loss = 1 / epoch): EpochMetrics {
  return {
    epoch,
    iteration: 5 * epoch,
    learningRate: 0.01,
    train: { loss, accuracy: 0.5 },
    validation: { loss, accuracy: 0.5 },
    penalty: null,
    gradientNorm: null,
    seconds: 0.25,
  };
}

/** Of a run of one epoch that has made it. */
export const progressOfOne: RunProgress = {
  epoch: 1,
  epochs: 1,
  iteration: 5,
  iterations: 5,
  samplesPerSecond: 1,
  secondsLeft: 0,
};

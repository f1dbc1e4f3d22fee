/**
 * One epoch as a person waits for it: from the start of the run to its last commit, with the
 * trainer's process, the reading of the dataset, the evaluation and the checkpoint in it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExperimentSpec } from '../core/contract/ExperimentSpec.ts';
import type { Component } from '../core/contract/ModelSpec.ts';
import { median } from './compare.ts';
import { markdownTable } from './markdownTable.ts';
import type { BenchStudio } from './studioRun.ts';

const experiments = join(import.meta.dirname, '..', 'resources', 'experiments');

const augmented: readonly Component[] = [
  { type: 'RandomRotation', options: {} },
  { type: 'RandomShift', options: {} },
];

function specOf(isMnist: boolean, augmentation: readonly Component[]): ExperimentSpec {
  const file = join(experiments, `${isMnist ? 'mnist' : 'digits'}-mlp.descent.json`);
  const spec = JSON.parse(readFileSync(file, 'utf8'));
  const training = { ...spec.training, epochs: 1 };
  return ExperimentSpec.parse({ ...spec, training, device: 'cpu', augmentation });
}

interface EpochTiming {
  readonly seconds: number;
  readonly training: number;
  readonly accuracy: number;
}

/** `isMnist`: on MNIST, which the studio has imported; else on the bundled digits. */
export async function studioEpoch(
  studio: BenchStudio,
  { isMnist, rounds }: { readonly isMnist: boolean; readonly rounds: number },
): Promise<string> {
  const lists = { 'without augmentation': [], 'rotation and shift': augmented };
  const results = new Map<string, EpochTiming[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, list] of Object.entries(lists)) {
      const run = await studio.runToEnd(specOf(isMnist, list));
      const seconds = ((run.endedAt ?? 0) - (run.startedAt ?? 0)) / 1000;
      const accuracy = run.last?.validation.accuracy ?? Number.NaN;
      const one = { seconds, training: run.trainingSeconds ?? Number.NaN, accuracy };
      results.set(name, [...(results.get(name) ?? []), one]);
    }
  }
  const title = isMnist
    ? 'one epoch of MNIST (mnist-mlp)'
    : 'one epoch of the bundled digits, 8×8 (digits-mlp; MNIST wants --mnist FOLDER)';
  const rows = [...results].map(([name, all]) => [
    name,
    median(all.map(({ seconds }) => seconds)).toFixed(2),
    median(all.map(({ training }) => training)).toFixed(2),
    `${(100 * median(all.map(({ accuracy }) => accuracy))).toFixed(1)} %`,
  ]);
  const header = [title, 's in all', 's training', 'validation accuracy'];
  return markdownTable(header, rows, 1).join('\n');
}

/** What decides which device trains an experiment faster, as one sha256. */
import { cpus } from 'node:os';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { withoutMarks } from '../../../core/contract/withoutMarks.ts';
import { nodeDigest } from '../library/nodeDigest.ts';

/**
 * The network and its minibatch, what a step does with them, how many there are in an epoch and how
 * many samples are looked at behind it, the samples' own shape by their dataset, and the machine.
 * `where`: whose GPU is reached, Chromium's or Dawn's, and by which version of the studio.
 */
export function measurementKey({ spec, dataset }: RunRecord, where: string): string {
  const { model, loss, optimizer, training, augmentation, preprocessing, split } = spec;
  const { batchSize, gradientClipping, trackGradientNorm } = training;
  const { platform, arch } = process;
  const cores = cpus();
  const deciding = {
    layers: model.layers.map(withoutMarks),
    ...{ loss, optimizer, augmentation, preprocessing, split },
    ...{ batchSize, gradientClipping, trackGradientNorm },
    dataset: dataset.importedHash ?? dataset.hash,
    machine: [platform, arch, cores[0]?.model, cores.length, where],
  };
  return nodeDigest(new TextEncoder().encode(JSON.stringify(deciding)));
}

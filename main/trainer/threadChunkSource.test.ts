import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ChunkPosition } from '../../core/training/ChunkFeeder.ts';
import { type ChunkSourceOptions, inlineChunkSource } from '../../core/training/ChunkSource.ts';
import { clouds } from '../../core/training/testing/clouds.ts';
import { feederEntry } from '../paths.ts';
import { shareDataset, threadChunkSource } from './threadChunkSource.ts';

const dataset = clouds(100);
const encoding = (name: string, scale: number, shift: number) =>
  ({ name, type: 'number', scale, shift, missing: null }) as const;
const options: ChunkSourceOptions = {
  dataset,
  preprocessor: { kind: 'table', columns: [encoding('x', 0.5, 1), encoding('y', 2, -3)] },
  augmentation: [],
  train: Int32Array.from({ length: 100 }, (_, index) => index),
  noise: [{ name: '1.noise', shape: [10, 3], keep: 0.5, value: 2 }],
  batchSize: 10,
  seed: 3,
  lengths: { input: 10 * 2 * 4, target: 10 * 4, '1.noise': 10 * 3 * 4 },
};
const position = (epoch: number, stepsBefore: number): ChunkPosition => ({
  epoch,
  samplesBefore: stepsBefore * 10,
  stepsBefore,
  steps: 4,
});

it('gives what the inline source gives, in order, over the end of an epoch', async () => {
  const inline = inlineChunkSource(options);
  const thread = threadChunkSource(feederEntry())({
    ...options,
    dataset: shareDataset(dataset),
  });
  const positions = [position(1, 0), position(1, 4), position(2, 0), position(1, 0)];
  let ahead = thread.request(position(1, 0));
  for (const [index, current] of positions.entries()) {
    const arrays = await ahead;
    const next = positions[index + 1];
    if (next) ahead = thread.request(next);
    expect(arrays).toEqual(await inline.request(current));
  }
  await thread.dispose();
});

it('fails what waits, and what comes later, when the thread dies', async () => {
  const entry = join(tmpdir(), `dying-feeder-${process.pid}.mjs`);
  writeFileSync(entry, 'throw new Error("no memory");\n');
  const thread = threadChunkSource(entry)({ ...options, dataset: shareDataset(dataset) });
  await expect(thread.request(position(1, 0))).rejects.toThrow('no memory');
  await expect(thread.request(position(1, 0))).rejects.toThrow('no memory');
  await thread.dispose();
});

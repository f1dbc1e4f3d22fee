/** The experiments that ship: they are sound, they fit their dataset, and they reach what the product promises. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ExperimentSpec } from '../core/contract/ExperimentSpec.ts';
import { LocalizedText } from '../core/contract/primitives.ts';
import type { SplitMetrics } from '../core/contract/RunRecord.ts';
import { decodeDataset } from '../core/data/decodeDataset.ts';
import { splitCounts } from '../core/data/splitCounts.ts';
import { onnxExecutor } from '../core/executors/onnx/OnnxExecutor.ts';
import type { OrtModule } from '../core/executors/onnx/OrtModule.ts';
import { buildModel } from '../core/model/buildModel.ts';
import { train } from '../core/training/train.ts';

const resources = new URL('../resources/', import.meta.url);
const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, resources), 'utf8'));
const index = z
  .array(z.strictObject({ id: z.string(), summary: LocalizedText }))
  .parse(readJson('experiments/index.json'));
const specOf = (id: string) => ExperimentSpec.parse(readJson(`experiments/${id}.descent.json`));

async function validationAfterTraining(id: string, seed: number): Promise<SplitMetrics | null> {
  const spec = { ...specOf(id), seed };
  const dataset = decodeDataset(readFileSync(new URL(`samples/${spec.dataset}.bin`, resources)));
  const executor = onnxExecutor(createRequire(import.meta.url)('onnxruntime-node') as OrtModule);
  const now = () => performance.now();
  let last: SplitMetrics | null = null;
  for await (const event of train({ spec, dataset, executor, now })) {
    if (event.type === 'epoch') last = event.metrics.validation;
  }
  return last;
}

describe('the bundled experiments', () => {
  it('are listed, each with a summary in both languages', () => {
    const files = index.map(({ id }) => `${id}.descent.json`);
    const present = readdirSync(new URL('experiments/', resources));
    expect(present.sort()).toEqual([...files, 'index.json'].sort());
  });

  it.each([
    ['digits-mlp', [1, 8, 8], [64, 32, 10]],
    ['digits-sgd', [1, 8, 8], [64, 32, 10]],
    ['iris', [4], [16, 3]],
    ['penguins', [10], [32, 16, 3]],
    ['sentences', [2000], [32, 2]],
    ['emoji-ko', [2000], [32, 7]],
    ['mnist-mlp', [1, 28, 28], [256, 128, 10]],
  ])('%s takes %j through layers of %j', (id, sampleShape, sizes) => {
    const { layers, outputShape } = buildModel(specOf(id).model, sampleShape);
    const linear = layers.filter(({ type }) => type === 'Linear');
    expect(linear.map(({ options }) => options.outFeatures)).toEqual(sizes);
    expect(outputShape).toEqual(sizes.slice(-1));
  });

  it('mnist-mlp validates on exactly 10,000 of the 60,000', () => {
    const mnist = { samples: 63_000, given: { train: 60_000, validation: 0, test: 3000 } };
    expect(splitCounts(mnist, specOf('mnist-mlp').split)).toMatchObject({
      train: 50_000,
      validation: 10_000,
    });
  });

  it.each([
    ['digits-mlp', 0.96],
    ['digits-sgd', 0.95],
    ['iris', 0.9],
    ['penguins', 0.95],
    ['sentences', 0.74],
    ['emoji-ko', 0.74],
  ])('%s reaches a validation accuracy of %d on three seeds', async (id, least) => {
    for (const seed of [0, 1, 2]) {
      const metrics = await validationAfterTraining(id, seed);
      expect(metrics?.accuracy, `seed ${seed}`).toBeGreaterThanOrEqual(least);
    }
  });
});

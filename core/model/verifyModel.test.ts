import { expect, it } from 'vitest';
import { shortestFloat32 } from '../contract/shortestFloat32.ts';
import type { TableDataset } from '../data/Dataset.ts';
import { tinyTable } from '../data/testing/tinyDatasets.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import type { ModelFile } from './ModelFile.ts';
import { makeTestVectors } from './makeTestVectors.ts';
import { modelCard } from './modelCard.ts';
import { readModelFile } from './readModelFile.ts';
import { tinyModelFile } from './testing/tinyModelFile.ts';
import { verifyModel } from './verifyModel.ts';
import { writeModelFile } from './writeModelFile.ts';

const dataset: TableDataset = {
  ...tinyTable(20),
  columns: ['a', 'b', '키 (cm)'].map((name) => ({ name, type: 'number' })),
  values: Float32Array.from({ length: 60 }, (_, index) => Math.sin(index)),
};
const validation = Int32Array.of(3, 5, 7, 8, 9, 11, 12, 13, 14, 15, 16, 19);

async function verifiable(): Promise<ModelFile> {
  const file = tinyModelFile();
  file.weights['0.bias'].set([0.1, -0.2, 0.3, 0]);
  return { ...file, testVectors: await makeTestVectors(file, dataset, validation) };
}

it('takes samples from all over the split, and finds them again in the file', async () => {
  const file = readModelFile(writeModelFile(await verifiable()));
  const { samples } = file.testVectors;
  expect(samples.map(({ index }) => index)).toEqual([3, 5, 8, 9, 12, 13, 15, 16]);
  expect(samples[1].input).toEqual(Array.from(dataset.values.subarray(15, 18), shortestFloat32));
  const verification = await verifyModel(file, referenceExecutor());
  expect(verification).toMatchObject({ passed: true, samples: 8, tolerance: 1e-5 });
  expect(verification.largestDifference).toBeLessThan(1e-6);
});

it('finds a weight that is not the one that was tested', async () => {
  const file = await verifiable();
  file.weights['4.bias'][1] += 0.01;
  const verification = await verifyModel(file, referenceExecutor());
  expect(verification.passed).toBe(false);
  expect(verification.largestDifference).toBeGreaterThan(0.001);
});

it('finds weights that make NaN, and does not call nothing a success', async () => {
  const file = await verifiable();
  file.weights['2.running_var'].fill(-1);
  const broken = await verifyModel(file, referenceExecutor());
  expect(broken).toMatchObject({ passed: false, largestDifference: Number.POSITIVE_INFINITY });
  const empty = { ...file, testVectors: { tolerance: 1e-5, samples: [] } };
  const verification = await verifyModel(empty, referenceExecutor());
  expect(verification).toMatchObject({ passed: false, samples: 0, worstSample: null });
});

it('leaves out samples that the model cannot bear', async () => {
  const file = await verifiable();
  file.weights['2.running_var'].fill(-1);
  expect((await makeTestVectors(file, dataset, validation)).samples).toEqual([]);
});

it('has a card in words, whatever the file says', async () => {
  const file = await verifiable();
  const text = modelCard({ ...file, provenance: { ...file.provenance, createdAt: 9e15 } });
  expect(text).toMatch(/^# Tiny\n/);
  expect(text).toContain('- Split: 6 training, 2 validation, 0 test');
  expect(text).toContain('- Training: loss 0.250000, accuracy 90.00 %');
  expect(text).toContain('- Validation: loss not finite');
  expect(text).toContain('- Date: unknown');
  expect(text).toContain('Not stated.');
});

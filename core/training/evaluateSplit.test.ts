import { describe, expect, it } from 'vitest';
import { shortestFloat32 } from '../contract/shortestFloat32.ts';
import type { Dataset } from '../data/Dataset.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { evaluateSplit } from './evaluateSplit.ts';
import type { Checkpoint } from './TrainingEvent.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { train } from './train.ts';

const executor = referenceExecutor();
const dataset = clouds(700);
const spec = cloudsExperiment();

async function trained(): Promise<{
  checkpoint: Checkpoint;
  loss: number;
  accuracy: number | null;
}> {
  let last: { checkpoint: Checkpoint; loss: number; accuracy: number | null } | undefined;
  const options = { spec, dataset, executor, now: () => 0 };
  for await (const event of train(options)) {
    if (event.type === 'epoch')
      last = { checkpoint: event.checkpoint, ...event.metrics.validation };
  }
  if (!last) throw new Error('no epoch was trained');
  return last;
}

describe('evaluateSplit', () => {
  it('finds what training measured on the validation split', async () => {
    const { checkpoint, loss, accuracy } = await trained();
    const evaluation = await evaluateSplit({
      spec,
      dataset,
      executor,
      checkpoint,
      split: 'validation',
    });
    expect(evaluation.samples).toBe(140);
    expect(evaluation.metrics).toEqual({ loss, accuracy });
  });

  it('counts every sample of the split once in the confusion matrix, the wrong ones off its diagonal', async () => {
    const { checkpoint } = await trained();
    // 420 samples: more than one evaluation batch, and a remainder.
    const evaluation = await evaluateSplit({ spec, dataset, executor, checkpoint, split: 'train' });
    const counts = evaluation.confusion?.counts ?? [];
    const right = counts.reduce((total, row, index) => total + row[index], 0);
    expect(counts.flat().reduce((total, count) => total + count, 0)).toBe(420);
    expect(evaluation.metrics.accuracy).toBeCloseTo(right / 420, 12);
    expect(evaluation.misclassified).toHaveLength(Math.min(48, 420 - right));
  });

  it('scores classes and their ranking, from the same outputs', async () => {
    const { checkpoint } = await trained();
    const { confusion, classification, regression, metrics } = await evaluateSplit({
      spec,
      dataset,
      executor,
      checkpoint,
      split: 'validation',
    });
    expect(regression).toBeNull();
    expect(classification).toMatchObject({ topK: null, rocAuc: expect.any(Number) });
    const rows = confusion?.counts ?? [];
    expect(classification?.classes.map(({ recall }) => recall)).toEqual(
      rows.map((row, index) => row[index] / row.reduce((total, count) => total + count, 0)),
    );
    expect(classification?.weighted.recall).toBeCloseTo(metrics.accuracy ?? 0, 12);
    expect(classification?.rocAuc).toBeGreaterThan(metrics.accuracy ?? 1);
  });

  it('scores numbers: the root of the mean squared error is that of the loss', async () => {
    const numbers: Dataset = {
      ...dataset,
      targets: Float32Array.from(dataset.targets),
      target: { kind: 'number', name: 'side', minimum: 0, maximum: 1 },
    };
    const regression = cloudsExperiment({
      model: { layers: [{ type: 'Linear', options: { outFeatures: 1 } }] },
      loss: { type: 'MSELoss' },
    });
    const options = { spec: regression, dataset: numbers, executor };
    let checkpoint: Checkpoint = {};
    for await (const event of train({ ...options, now: () => 0 })) {
      if (event.type === 'epoch') checkpoint = event.checkpoint;
    }
    const evaluation = await evaluateSplit({ ...options, checkpoint, split: 'validation' });
    expect(evaluation).toMatchObject({ confusion: null, classification: null, misclassified: [] });
    const { r2 = 0, rootMeanSquaredError = 0 } = evaluation.regression ?? {};
    expect(rootMeanSquaredError ** 2).toBeCloseTo(evaluation.metrics.loss, 5);
    // About half of the targets are 0 and half 1: a variance of about a quarter.
    expect(r2).toBeCloseTo(1 - evaluation.metrics.loss / 0.25, 2);
  });

  it('lists the misclassified by falling loss, each with its own values', async () => {
    const { checkpoint } = await trained();
    const { misclassified } = await evaluateSplit({
      spec,
      dataset,
      executor,
      checkpoint,
      split: 'train',
    });
    expect(misclassified.length).toBeGreaterThan(1);
    const losses = misclassified.map(({ loss }) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    for (const { index, values, actual, predicted, confidence } of misclassified) {
      expect(values).toEqual(
        Array.from(dataset.values.subarray(2 * index, 2 * index + 2), shortestFloat32),
      );
      expect(actual).not.toBe(predicted);
      expect(confidence).toBeGreaterThan(0.5);
    }
  });

  it('refuses a split that the experiment left empty', async () => {
    const { checkpoint } = await trained();
    const noTest = cloudsExperiment({ split: { test: 0 } });
    const evaluation = evaluateSplit({
      spec: noTest,
      dataset,
      executor,
      checkpoint,
      split: 'test',
    });
    await expect(evaluation).rejects.toMatchObject({
      code: 'invalid-request',
      message: 'The test split holds no samples.',
    });
  });
});

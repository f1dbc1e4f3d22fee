import { describe, expect, test } from 'vitest';
import { applySpecEdits } from '../../contract/applySpecEdits.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { checkExperiment } from '../checkExperiment.ts';
import { digitsInfo } from '../testing/digitsInfo.ts';
import { plainExperiment } from '../testing/plainExperiment.ts';

const digits = digitsInfo(28, 10);

const linear = (outFeatures: number, more = {}) => ({
  type: 'Linear',
  options: { outFeatures, ...more },
});
const conv = { type: 'Conv2d', options: { outChannels: 16, kernelSize: 5, stride: 2 } };
const flatten = { type: 'Flatten' };

/** The first error with the words of its fixes, and what is left to say behind the first of them. */
function mended(spec: ExperimentSpec, info = digits) {
  const { problems } = checkExperiment(spec, info);
  const [problem] = problems.filter(({ severity }) => severity === 'error');
  const fixes = problem?.fixes ?? [];
  const after = fixes[0] && checkExperiment(applySpecEdits(spec, fixes[0].edits), info);
  return {
    message: problem?.message,
    fixes: fixes.map(({ label }) => label.en),
    trainable: after?.trainable,
  };
}

describe('a problem carries what makes it go away', () => {
  test('Flatten between a convolution and a Linear', () => {
    expect(mended(plainExperiment([conv, linear(10, { inFeatures: 784 })]))).toEqual({
      message: 'Linear expects 784 features, Conv2d gives 16×12×12: insert Flatten.',
      fixes: ['Insert Flatten'],
      trainable: true,
    });
    expect(mended(plainExperiment([linear(10)]))).toMatchObject({
      message: 'Linear expects a flat list of features, the dataset gives 1×28×28: insert Flatten.',
      fixes: ['Insert Flatten'],
      trainable: true,
    });
  });

  test('a size that follows from the layer before, by its number', () => {
    expect(mended(plainExperiment([conv, flatten, linear(10, { inFeatures: 784 })]))).toMatchObject(
      {
        message: 'Linear expects 784 features, Flatten gives 2304.',
        fixes: ['Set input features to 2304'],
        trainable: true,
      },
    );
  });

  test('a last layer that does not fit the classes', () => {
    expect(mended(plainExperiment([flatten, linear(7)]))).toMatchObject({
      fixes: ['Set output features to 10', 'End with Linear(10)'],
      trainable: true,
    });
    expect(mended(plainExperiment([conv]))).toMatchObject({
      fixes: ['End with Linear(10)'],
      trainable: true,
    });
  });

  test('an image layer behind Flatten moves in front of it, and not out of the network', () => {
    const relu = { type: 'ReLU' };
    expect(mended(plainExperiment([flatten, conv, relu, linear(10)]))).toMatchObject({
      fixes: ['Move Conv2d before Flatten', 'Remove Conv2d'],
      trainable: true,
    });
    const block = { type: 'Residual', layers: [flatten, conv] };
    expect(mended(plainExperiment([block, linear(10)])).fixes).not.toContain(
      'Move Linear before Flatten',
    );
  });

  test('an image layer moves in front of Flatten without sizes that were written for another place', () => {
    const inner = { ...conv, options: { ...conv.options, inChannels: 64 } };
    expect(mended(plainExperiment([flatten, inner, linear(10)]))).toMatchObject({
      fixes: ['Move Conv2d before Flatten', 'Remove Conv2d'],
      trainable: true,
    });
    const sized = linear(64, { inFeatures: 784 });
    expect(mended(plainExperiment([flatten, sized, conv, linear(10)]))).toMatchObject({
      fixes: ['Move Conv2d before Flatten', 'Remove Conv2d'],
      trainable: true,
    });
  });

  test('of two Flattens around image layers the first goes', () => {
    const pool = { type: 'MaxPool2d', options: { kernelSize: 2 } };
    expect(mended(plainExperiment([flatten, conv, pool, flatten, linear(10)]))).toMatchObject({
      fixes: ['Remove Flatten', 'Move Conv2d before Flatten', 'Remove Conv2d'],
      trainable: true,
    });
  });

  test('a block with an image layer moves in front of Flatten as a whole', () => {
    const options = { outChannels: 1, kernelSize: 3, padding: 1 };
    const block = { type: 'Residual', layers: [{ type: 'Conv2d', options }] };
    expect(mended(plainExperiment([flatten, block, linear(10)]))).toMatchObject({
      fixes: ['Move Residual before Flatten'],
      trainable: true,
    });
  });

  test('a network without a layer gets the one that the target asks for', () => {
    expect(mended(plainExperiment([]))).toEqual({
      message: 'The model has no layer yet. Add one, or begin with a template.',
      fixes: ['End with Linear(10)'],
      trainable: true,
    });
  });

  test.each([
    [
      'an option out of its range',
      [flatten, { type: 'Dropout', options: { p: 1.2 } }, linear(10)],
      'Set drop probability to 0.5',
    ],
    ['an option that is none', [flatten, linear(10, { width: 3 })], 'Remove width'],
    [
      'an option that is missing',
      [flatten, { type: 'Linear' }, linear(10)],
      'Set output features to 1',
    ],
    ['an unknown layer', [flatten, { type: 'Lineer' }, linear(10)], 'Remove Lineer'],
    [
      'normalization of another rank',
      [conv, { type: 'BatchNorm1d' }, flatten, linear(10)],
      'Replace BatchNorm1d with BatchNorm2d',
    ],
    [
      'a window larger than the image',
      [{ type: 'MaxPool2d', options: { kernelSize: 40 } }, flatten, linear(10)],
      'Set window to 28',
    ],
    [
      'a block that gives another size',
      [flatten, { type: 'Residual', layers: [linear(9)] }, linear(10)],
      'Set output features to 784',
    ],
    [
      'a size inside a block',
      [
        flatten,
        linear(8),
        { type: 'Residual', layers: [linear(8, { inFeatures: 9 })] },
        linear(10),
      ],
      'Reset input features',
    ],
  ])('%s', (_, layers, fix) => {
    const { fixes, trainable } = mended(plainExperiment(layers));
    expect(fixes).toContain(fix);
    expect(trainable).toBe(true);
  });

  test.each([
    ['an unknown loss', { loss: { type: 'Loss' } }, 'Use CrossEntropyLoss'],
    [
      'a minibatch larger than the split',
      { training: { batchSize: 900, epochs: 1 } },
      'Set the batch size to 32',
    ],
    [
      'a learning rate of zero',
      { optimizer: { type: 'SGD', options: { learningRate: 0 } } },
      'Set learning rate to 0.01',
    ],
    ['no GPU', { device: 'gpu' }, 'Use the CPU'],
  ])('%s', (_, changes, fix) => {
    const { fixes, trainable } = mended(plainExperiment([flatten, linear(10)], changes));
    expect(fixes).toContain(fix);
    expect(trainable).toBe(true);
  });

  test('a loss for another target', () => {
    const target = { kind: 'number', name: 'price', minimum: 0, maximum: 9 } as const;
    const spec = plainExperiment([flatten, linear(1)]);
    expect(mended(spec, { ...digits, target })).toMatchObject({
      fixes: ['Use MSELoss', 'Use L1Loss', 'Use SmoothL1Loss'],
      trainable: true,
    });
  });

  test('a minibatch of one with batch normalization', () => {
    const layers = [flatten, linear(8), { type: 'BatchNorm1d' }, linear(10)];
    const one = plainExperiment(layers, { training: { batchSize: 1, epochs: 1 } });
    expect(mended(one)).toMatchObject({ fixes: ['Set the batch size to 32'], trainable: true });
    const last = plainExperiment(layers, {
      training: { batchSize: 599, epochs: 1, dropLast: false },
    });
    expect(mended(last).fixes).toEqual(['Drop the last minibatch', 'Set the batch size to 32']);
  });
});

test('a check of 100 layers with an error in each part takes less than a frame of attention', () => {
  const block = [linear(128), { type: 'ReLU' }, { type: 'BatchNorm1d' }, { type: 'Dropout' }];
  const layers = [
    flatten,
    ...Array.from({ length: 24 }, () => block).flat(),
    linear(64),
    linear(7),
  ];
  const spec = plainExperiment([...layers, { type: 'ReLU' }]);
  expect(spec.model.layers).toHaveLength(100);
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    checkExperiment(spec, digits);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const report = checkExperiment(spec, digits);
  expect(report.problems.some(({ fixes }) => fixes)).toBe(true);
  process.stdout.write(
    `check of 100 layers: median ${times[10]?.toFixed(1)} ms, worst ${times[19]?.toFixed(1)} ms\n`,
  );
});

import { describe, expect, test } from 'vitest';
import { shortestFloat32 } from '../../contract/shortestFloat32.ts';
import { tinyMixed, tinyTexts } from '../../data/testing/tinyDatasets.ts';
import { referenceExecutor } from '../../executors/reference/ReferenceExecutor.ts';
import { prepareExperiment } from '../prepareExperiment.ts';
import type { Checkpoint } from '../TrainingEvent.ts';
import { clouds, cloudsExperiment } from '../testing/clouds.ts';
import { pictures, picturesExperiment } from '../testing/pictures.ts';
import { type ForwardPassOptions, forwardPass } from './forwardPass.ts';
import { seenSample } from './seenSample.ts';
import { tensorView } from './tensorView.ts';

const look = (options: Partial<ForwardPassOptions> = {}) =>
  forwardPass({
    spec: cloudsExperiment(),
    dataset: clouds(60),
    executor: referenceExecutor(),
    mode: 'inference',
    split: 'validation',
    place: 0,
    weights: null,
    ...options,
  });

describe('a sample on its way through a network', () => {
  test('every layer is laid open, and nothing is dropped at inference', async () => {
    const pass = await look();
    expect(pass).toMatchObject({ samples: 12, minibatch: 1, unfitted: [] });
    expect(pass.layers.map(({ type }) => type)).toEqual([
      'Linear',
      'LeakyReLU',
      'BatchNorm1d',
      'Dropout',
      'Linear',
    ]);
    const bars = pass.layers.map(({ output }) => output.bars);
    expect(bars[3]).toEqual(bars[2]);
    expect(pass.outputs.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1);
    expect(['left', 'right']).toContain(pass.target);
    expect(pass.weights).toMatchObject([{ name: '0.weight', type: 'Linear' }]);
  });

  test('in training mode dropout drops, and batch normalization takes the minibatch', async () => {
    const [training, inference] = [await look({ mode: 'training' }), await look()];
    expect(training.minibatch).toBe(16);
    expect(training.layers[1]?.output).toEqual(inference.layers[1]?.output);
    expect(training.layers[2]?.output.bars).not.toEqual(inference.layers[2]?.output.bars);
    const dropped = training.layers[3]?.output.bars ?? [];
    const before = training.layers[2]?.output.bars ?? [];
    expect(dropped.filter((value) => value === 0).length).toBeGreaterThan(0);
    for (const [at, value] of dropped.entries()) {
      if (value !== 0) expect(value).toBeCloseTo((before[at] ?? Number.NaN) / 0.8, 5);
    }
    expect(await look({ mode: 'training' })).toEqual(training);
  });

  test('images are shown by channel, filters and rows over images as pictures', async () => {
    const layers = [
      { type: 'Conv2d', options: { outChannels: 3, kernelSize: 3 } },
      { type: 'ReLU' },
      { type: 'Residual', layers: [{ type: 'Identity' }] },
      { type: 'Flatten' },
      { type: 'Linear', options: { outFeatures: 2 } },
    ];
    const dataset = pictures(40, [1, 6, 5]);
    const pass = await look({ spec: picturesExperiment({ model: { layers } }), dataset });
    expect(pass.layers.map(({ path }) => path.join('.'))).toEqual(['0', '1', '2', '2.0', '3', '4']);
    expect(pass.layers[0]?.output.pictures).toMatchObject({ width: 3, height: 4, total: 3 });
    expect(pass.layers[0]?.output.pictures?.pixels.flat().some((grey) => grey === 255)).toBe(true);
    expect(pass.layers[4]?.output.bars).toHaveLength(36);
    expect(pass.weights.map(({ view }) => view.pictures?.total ?? null)).toEqual([3, 1]);
    const flat = await look({ spec: picturesExperiment(), dataset });
    expect(flat.weights[0]?.view.pictures).toMatchObject({ width: 5, height: 6, total: 2 });
  });

  test('weights of a run are taken where they fit, and named where they do not', async () => {
    const weights: Checkpoint = {
      '0.weight': { shape: [8, 2], data: new Float32Array(16) },
      '0.bias': { shape: [8], data: new Float32Array(8).fill(3) },
      '4.weight': { shape: [2, 9], data: new Float32Array(18) },
    };
    const pass = await look({ weights });
    expect(pass.layers[0]?.output.bars).toEqual(new Array(8).fill(3));
    expect(pass.unfitted).toContain('4.weight');
    expect(pass.unfitted).not.toContain('0.weight');
  });

  test('a place behind the end is the last, a split without samples is refused', async () => {
    expect((await look({ place: 99 })).index).toBe((await look({ place: 11 })).index);
    const other = await look({ place: 1, split: 'train' });
    expect(other.samples).toBe(36);
  });

  test('a sample of the dataset is found in its split, and one that is in none is refused', async () => {
    const other = await look({ place: 3, split: 'train' });
    expect(await look({ sample: other.index })).toEqual(other);
    expect(other).toMatchObject({ split: 'train', place: 3 });
    const { splits } = prepareExperiment(cloudsExperiment(), clouds(60));
    await expect(look({ sample: splits.test[0] ?? 0 })).rejects.toThrow(
      `Sample ${splits.test[0]} is in the test split, which stays sealed.`,
    );
    await expect(look({ sample: 60 })).rejects.toThrow('Sample 60 is in no split.');
  });

  test('in front of a fault every layer is laid open, and nothing is said of the output', async () => {
    const whole = await look();
    const fault = { where: 'model.layers[2]', message: 'It does not fit.', sound: 2 };
    const spec = cloudsExperiment();
    spec.model.layers[2] = { type: 'Conv2d', options: { outChannels: 2, kernelSize: 3 } };
    const pass = await look({ spec, fault });
    expect(pass).toMatchObject({ fault, outputs: [], index: whole.index, input: whole.input });
    expect(pass.layers).toEqual(whole.layers.slice(0, 2));
    // Neither has a parameter.
    for (const sound of [0, 1]) {
      spec.model.layers[0] = { type: 'ReLU', options: {} };
      const front = await look({ spec, fault: { ...fault, sound } });
      expect(front.layers).toHaveLength(sound);
      expect(front.input).toEqual(whole.input);
    }
  });

  test('the sample is shown as people read it', async () => {
    const dataset = clouds(60);
    const { index, sample } = await look();
    expect(sample).toEqual({
      kind: 'table',
      cells: [
        { name: 'x', value: shortestFloat32(dataset.values[2 * index]) },
        { name: 'y', value: shortestFloat32(dataset.values[2 * index + 1]) },
      ],
    });
    expect(seenSample(tinyTexts(4), 1)).toEqual({ kind: 'text', text: '나는 좋아한다' });
    expect(seenSample(tinyMixed(12), 6)).toMatchObject({
      cells: [
        { name: 'size', value: 2 },
        { name: 'color', value: null },
        { name: 'day', value: '2022-01-14' },
      ],
    });
    expect(seenSample(pictures(4, [1, 3, 3]), 0)).toEqual({ kind: 'image' });
  });
});

test('a tensor is seen as pictures, bars or a histogram', () => {
  const values = Float32Array.from({ length: 100 }, (_, index) => index);
  expect(tensorView(values, [100])).toMatchObject({
    pictures: null,
    bars: null,
    minimum: 0,
    maximum: 99,
    mean: 49.5,
    zeros: 0.01,
  });
  expect(tensorView(values, [4]).bars).toEqual([0, 1, 2, 3]);
  expect(tensorView(values, [4, 5]).pictures).toMatchObject({ width: 5, height: 4, total: 1 });
  expect(tensorView(values, [4, 1, 1]).bars).toHaveLength(4);
  const large = tensorView(new Float32Array(80 * 100), [1, 80, 100]).pictures;
  expect(large).toMatchObject({ width: 25, height: 20 });
  // The first Linear of a text: a line of one pixel at the proportions of its sides.
  const wide = tensorView(new Float32Array(32 * 2000), [32, 2000]).pictures;
  expect(wide).toMatchObject({ width: 32, height: 32 });
  expect(
    tensorView(
      Float32Array.from({ length: 6 * 66 }, (_, at) => at % 66),
      [6, 66],
    ).pictures,
  ).toMatchObject({ width: 22, height: 6 });
  expect(tensorView(values, [1, 100])).toMatchObject({ pictures: null, bars: null });
  expect(tensorView(values, [4, 1]).bars).toEqual([0, 1, 2, 3]);
  const broken = tensorView(Float32Array.of(Number.NaN, 1), [2]);
  expect(broken).toMatchObject({ minimum: 1, maximum: 1, mean: 1 });
});

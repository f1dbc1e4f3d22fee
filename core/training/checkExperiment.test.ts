import { describe, expect, it } from 'vitest';
import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import type { Problem } from '../contract/ExperimentReport.ts';
import { checkExperiment } from './checkExperiment.ts';
import { digitsInfo } from './testing/digitsInfo.ts';
import { plainExperiment } from './testing/plainExperiment.ts';

const digits = digitsInfo(8, 5);

const layers = [
  { type: 'Flatten' },
  { type: 'Linear', options: { outFeatures: 16 } },
  { type: 'BatchNorm1d' },
  { type: 'Linear', options: { outFeatures: 5 } },
];

const experiment = (changes: object = {}) => plainExperiment(layers, changes);

/** What fixes there are, fixes/findFixes.test.ts knows. */
const said = (problems: readonly Problem[]) =>
  problems.map(({ severity, where, message }) => ({ severity, where, message }));

describe('checkExperiment', () => {
  it('warns of a patience that no run of that length can lose', () => {
    const problems = (patience: number) => {
      const training = { batchSize: 32, epochs: 3, earlyStopping: { patience } };
      const report = checkExperiment(experiment({ training }), digits);
      return report.problems.filter(({ where }) => where?.includes('earlyStopping'));
    };
    expect(problems(1)).toEqual([]);
    expect(problems(2)).toEqual([
      {
        severity: 'warning',
        where: 'training.earlyStopping.patience',
        message: 'A patience of 2 cannot end a run of 3 epochs early.',
      },
    ]);
  });

  it('reports shapes, counts and the iterations formula', () => {
    const report = checkExperiment(experiment(), digits);
    expect(report).toMatchObject({
      trainable: true,
      problems: [],
      splits: { train: 600, validation: 200, test: 200 },
      iterationsPerEpoch: 18,
      iterations: 54,
      droppedPerEpoch: 24,
      parameters: 64 * 16 + 16 + 32 + 16 * 5 + 5,
      bufferValues: 32,
    });
    expect(report.layers.map(({ outputShape }) => outputShape)).toEqual([[64], [16], [16], [5]]);
  });

  it('counts 86,560 parameters and 700 running statistics in the lecture’s network', () => {
    const widths = [200, 100, 50];
    const model = {
      layers: [
        ...widths.flatMap((outFeatures) => [
          { type: 'Linear', options: { outFeatures } },
          { type: 'LeakyReLU' },
          { type: 'BatchNorm1d' },
        ]),
        { type: 'Linear', options: { outFeatures: 10 } },
      ],
    };
    const labels = Array.from({ length: 10 }, (_, index) => String(index));
    const info: DatasetInfo = {
      ...digits,
      kind: 'table',
      sampleShape: [300],
      columns: Array.from({ length: 300 }, (_, i) => ({
        name: `x${i}`,
        type: 'number',
        categories: null,
        missing: 0,
      })),
      target: { kind: 'class', name: 'digit', labels, counts: labels.map(() => 100) },
    };
    const report = checkExperiment(experiment({ model }), info);
    expect(report).toMatchObject({ trainable: true, parameters: 86_560, bufferValues: 700 });
  });

  it.each([
    [
      'a batch larger than the training split',
      { training: { batchSize: 601, epochs: 1 } },
      'training.batchSize',
      'Batch size 601 is larger than the training split of 600 samples.',
    ],
    [
      'a batch of one with BatchNorm',
      { training: { batchSize: 1, epochs: 1 } },
      'training.batchSize',
      'BatchNorm1d needs more than 1 sample in a minibatch to train. Received batch size 1.',
    ],
    [
      'a last minibatch of one with BatchNorm',
      { training: { batchSize: 599, epochs: 1, dropLast: false } },
      'training.batchSize',
      'BatchNorm1d needs more than 1 sample in a minibatch to train, but the last minibatch of 600 samples in batches of 599 holds 1. Turn dropLast on or change the batch size.',
    ],
    [
      'too few outputs',
      { model: { layers: layers.slice(0, 2) } },
      'model.layers[1]',
      'The model must end in 5 outputs, one for each of the 5 classes of the dataset. Received [16].',
    ],
    [
      'an unknown layer',
      { model: { layers: [{ type: 'Lineer' }] } },
      'model.layers[0]',
      'There is no layer "Lineer".',
    ],
    [
      'a learning rate of zero',
      { optimizer: { type: 'SGD', options: { learningRate: 0 } } },
      'optimizer.options.learningRate',
      'SGD learningRate must be in (0, ∞). Received 0.',
    ],
    [
      'class weights for other classes',
      { loss: { type: 'CrossEntropyLoss', options: { weight: [1, 2, 3] } } },
      'loss.options',
      'CrossEntropyLoss weight must hold one number per class, 5. Received 3.',
    ],
    [
      'an unknown clipping',
      { training: { batchSize: 32, epochs: 3, gradientClipping: { type: 'Clip' } } },
      'training.gradientClipping',
      'There is no gradient clipping "Clip".',
    ],
    [
      'a clipping to nothing',
      {
        training: {
          batchSize: 32,
          epochs: 3,
          gradientClipping: { type: 'ClipGradValue', options: { clipValue: 0 } },
        },
      },
      'training.gradientClipping.options.clipValue',
      'ClipGradValue clipValue must be in (0, ∞). Received 0.',
    ],
    [
      'a warm-up as long as the run',
      { warmup: { type: 'LinearLR', options: { length: 3 } } },
      'warmup.options.length',
      'LinearLR length must be below the 3 epochs of the run. Received 3.',
    ],
    [
      'an unknown schedule',
      { schedule: { type: 'CosineLR' } },
      'schedule',
      'There is no schedule "CosineLR".',
    ],
    [
      'an unknown initialisation',
      { initialization: { type: 'He' } },
      'initialization',
      'There is no initialization "He".',
    ],
    [
      'the GPU',
      { device: 'gpu' },
      'device',
      'No GPU can be reached from here. Choose the device auto or cpu.',
    ],
    [
      'an empty validation split',
      { split: { validation: 0.0001 } },
      'split.validation',
      'The validation split must hold at least one sample. A share of 0.0001 of 1000 samples gives 0.',
    ],
  ])('refuses %s', (_, changes, where, message) => {
    const report = checkExperiment(experiment(changes), digits);
    expect(report.trainable).toBe(false);
    const problem = report.problems.find((one) => one.where === where);
    expect(problem?.severity).toBe('error');
    expect(problem?.message).toContain(message);
  });

  it('lets a minibatch of one be dropped before it reaches BatchNorm', () => {
    const training = { batchSize: 599, epochs: 1, dropLast: true };
    const report = checkExperiment(experiment({ training }), digits);
    expect(report).toMatchObject({ trainable: true, droppedPerEpoch: 1 });
  });

  it('refuses a loss for another kind of target', () => {
    const info: DatasetInfo = {
      ...digits,
      target: { kind: 'number', name: 'price', minimum: 0, maximum: 9 },
    };
    const { problems } = checkExperiment(experiment(), info);
    expect(said(problems)).toContainEqual({
      severity: 'error',
      where: 'loss',
      message:
        'CrossEntropyLoss needs class targets. Received number targets. ' +
        'Choose MSELoss, L1Loss, SmoothL1Loss or HuberLoss.',
    });
  });

  it('counts what stands in front of a fault, and says that it is not all', () => {
    const [flatten, linear] = layers;
    const broken = [
      flatten,
      linear,
      { type: 'Conv2d', options: { outChannels: 2, kernelSize: 3 } },
    ];
    const report = checkExperiment(experiment({ model: { layers: broken } }), digits);
    const whole = checkExperiment(experiment({ model: { layers: [flatten, linear] } }), digits);
    expect(report).toMatchObject({
      parameters: 65 * 16,
      multiplyAdds: 64 * 16,
      partial: { layers: true, memory: true },
      layers: [{ shares: { parameters: 0 } }, { shares: { parameters: 1 } }, { shares: null }],
    });
    expect(report.memory).toEqual(whole.memory);
    expect(report.checkpointBytes).toBeUndefined();
  });

  it('counts all but the optimizer where that is unknown', () => {
    const report = checkExperiment(experiment({ optimizer: { type: 'Sgd' } }), digits);
    const whole = checkExperiment(experiment(), digits);
    expect(report.multiplyAdds).toBe(whole.multiplyAdds);
    expect(report.partial).toEqual({ layers: false, memory: true });
    expect(whole.partial).toEqual({ layers: false, memory: false });
    expect(report.memory).toEqual(whole.memory);
  });

  it('refuses what does not fit into memory, with the size that it needs', () => {
    const info: DatasetInfo = { ...digits, samples: 70_000, sampleShape: [1, 28, 28] };
    const wide = ['Flatten', 'Linear', 'ReLU', 'Linear', 'ReLU'].map((type) => ({
      type,
      options: type === 'Linear' ? { outFeatures: 8192 } : {},
    }));
    const model = { layers: [...wide, { type: 'Linear', options: { outFeatures: 5 } }] };
    const spec = experiment({ model, training: { batchSize: 42_000, epochs: 1 } });
    const errors = (memory: number) =>
      checkExperiment(spec, info, { memory }).problems.filter(
        ({ severity }) => severity === 'error',
      );
    // 4 bytes of 42,000 · (784 + 2 · (784 + 4 · 8,192 + 5)) + 2 · 73.6 million values.
    expect(said(errors(8e9))).toEqual([
      {
        severity: 'error',
        where: 'training.batchSize',
        message:
          'Minibatches of 42,000 samples need about 12 GB with this model. ' +
          'This computer has 8 GB. Choose a smaller batch size or narrower layers.',
      },
    ]);
    expect(errors(32e9)).toEqual([]);
  });

  it('refuses binary cross entropy of numbers that are no probabilities', () => {
    const info: DatasetInfo = {
      ...digits,
      target: { kind: 'number', name: 'price', minimum: 0, maximum: 9 },
    };
    const loss = { type: 'BCEWithLogitsLoss' };
    const problemsOf = (data: DatasetInfo) =>
      checkExperiment(experiment({ loss }), data).problems.filter(({ where }) => where === 'loss');
    expect(said(problemsOf(info))).toEqual([
      {
        severity: 'error',
        where: 'loss',
        message: 'BCEWithLogitsLoss needs targets in [0, 1]. Received targets from 0 to 9.',
      },
    ]);
    expect(problemsOf({ ...info, target: { ...info.target, maximum: 1 } as never })).toEqual([]);
  });

  it('warns of a schedule whose first step lies behind the end', () => {
    const schedule = { type: 'StepLR', options: { stepSize: 3 } };
    const { trainable, problems } = checkExperiment(experiment({ schedule }), digits);
    expect(trainable).toBe(true);
    expect(problems).toEqual([
      {
        severity: 'warning',
        where: 'schedule',
        message:
          'StepLR changes nothing in 3 epochs: its first step lies behind the end of the run.',
      },
    ]);
    const steps = { ...schedule, options: { stepSize: 2 } };
    expect(checkExperiment(experiment({ schedule: steps }), digits).problems).toEqual([]);
  });

  it('still checks the options of layers behind the first error', () => {
    const model = {
      layers: [
        { type: 'Linear', options: { outFeatures: 4 } },
        { type: 'LeakyReLU', options: { negativeSlope: -1 } },
      ],
    };
    const { problems, layers: reports } = checkExperiment(experiment({ model }), digits);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ where }) => where)).toEqual([
      'model.layers[0]',
      'model.layers[1].options.negativeSlope',
    ]);
    expect(reports.map(({ outputShape }) => outputShape)).toEqual([null, null]);
  });

  it('drops nothing without dropLast', () => {
    const training = { batchSize: 32, epochs: 3, dropLast: false };
    const report = checkExperiment(experiment({ training }), digits);
    expect(report).toMatchObject({ iterationsPerEpoch: 19, iterations: 57, droppedPerEpoch: 0 });
  });

  it.each([
    [3999, []],
    [4000, ['Batch sizes of 4,000 and more tend to learn worse. 256 to 512 is a good start.']],
  ])('says of a batch of %i: %j', (batchSize, messages) => {
    const info: DatasetInfo = { ...digits, samples: 100_000 };
    const { problems } = checkExperiment(experiment({ training: { batchSize, epochs: 1 } }), info);
    const hints = problems.filter(({ where }) => where === 'training.batchSize');
    expect(hints.map(({ message }) => message)).toEqual(messages);
  });

  it.each([
    ['few iterations an epoch', 512, '1 iteration an epoch'],
    ['few iterations an epoch', 100, '6 iterations an epoch'],
    ['gradient descent', 600, 'Batch size 600 is the whole training split'],
  ])('warns of %s', (_, batchSize, message) => {
    const report = checkExperiment(experiment({ training: { batchSize, epochs: 1 } }), digits);
    expect(report.trainable).toBe(true);
    expect(report.problems[0]?.message).toContain(message);
  });

  it('warns of minibatches of a single sample', () => {
    const model = { layers: layers.filter(({ type }) => type !== 'BatchNorm1d') };
    const training = { batchSize: 1, epochs: 1 };
    const { trainable, problems } = checkExperiment(experiment({ model, training }), digits);
    expect(trainable).toBe(true);
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('Minibatches of 1 sample: the gradients are noisy'),
    );
  });

  it.each([
    [2, 600, ['Minibatches of 2 samples: the gradients are noisy']],
    [4, 600, ['Minibatches of 4 samples: the gradients are noisy']],
    [5, 600, []],
    // Of so few samples it is the usual size.
    [2, 30, []],
  ])('says of minibatches of %i among %i samples: %j', (batchSize, train, messages) => {
    const info: DatasetInfo = { ...digits, samples: Math.round(train / 0.6) };
    const training = { batchSize, epochs: 1 };
    const { splits, problems } = checkExperiment(experiment({ training }), info);
    expect(splits?.train).toBe(train);
    const hints = problems.filter(({ where }) => where === 'training.batchSize');
    expect(hints.map(({ message }) => message.split(',')[0])).toEqual(messages);
    expect(hints.every(({ fixes = [] }) => fixes.length > 0)).toBe(true);
  });

  it('says what a new experiment on the same data would be like', () => {
    const { usual } = checkExperiment(experiment({}), digits);
    expect(usual).toMatchObject({
      loss: { type: 'CrossEntropyLoss' },
      training: { batchSize: 32, epochs: 30, dropLast: true },
    });
  });

  it('names the place inside a block, behind an error too', () => {
    const block = (p: number) => ({
      type: 'Residual',
      layers: [{ type: 'ReLU' }, { type: 'Dropout', options: { p } }],
    });
    const model = { layers: [block(1), ...layers, block(2)] };
    const { problems, layers: reports } = checkExperiment(experiment({ model }), digits);
    expect(problems.map(({ where }) => where)).toEqual([
      'model.layers[0].layers[1].options.p',
      'model.layers[5].layers[1].options.p',
    ]);
    expect(reports).toHaveLength(6);
  });
});

/**
 * Trains on bundled data in ways that go well or wrong, each in its own way, and records the histories
 * that the tests in core/training/diagnosis read.
 *
 *     node scripts/recordHistories.ts         writes core/golden/histories.json
 *     node scripts/recordHistories.ts NAME    records those whose name begins so, and keeps all others
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ExperimentSpec } from '../core/contract/ExperimentSpec.ts';
import type { Component } from '../core/contract/ModelSpec.ts';
import type { EpochMetrics } from '../core/contract/RunRecord.ts';
import { StudioError } from '../core/contract/StudioError.ts';
import type { Dataset } from '../core/data/Dataset.ts';
import { decodeDataset } from '../core/data/decodeDataset.ts';
import { onnxExecutor } from '../core/executors/onnx/OnnxExecutor.ts';
import type { OrtModule } from '../core/executors/onnx/OrtModule.ts';
import { randomAt } from '../core/random/randomAt.ts';
import { harderTraining } from '../core/training/diagnosis/harderTraining.ts';
import { train } from '../core/training/train.ts';

const USUAL_SEEDS = [1, 2, 3];

interface Recipe {
  readonly name: string;
  readonly state: string;
  readonly dataset: (seed: number) => Dataset;
  readonly layers: readonly Component[];
  readonly optimizer: Component;
  readonly epochs: number;
  readonly batchSize?: number;
  readonly loss?: Component;
  readonly schedule?: Component;
  readonly split?: { readonly validation: number; readonly test: number };
  readonly augmentation?: readonly Component[];
  readonly dropLast?: boolean;
  /** Those that show it; others may go well. */
  readonly seeds?: readonly number[];
}

const resources = new URL('../resources/', import.meta.url);
const read = (id: string) => decodeDataset(readFileSync(new URL(`samples/${id}.bin`, resources)));
const digits = read('digits');
const penguins = read('penguins');
const iris = read('iris');

const layer = (type: string, options: Component['options'] = {}): Component => ({ type, options });
const linear = (outFeatures: number) => layer('Linear', { outFeatures });
const mlp = (hidden: readonly number[], outputs: number, activation = 'ReLU') => [
  layer('Flatten'),
  ...hidden.flatMap((width) => [linear(width), layer(activation)]),
  linear(outputs),
];
const regularized = [
  layer('Flatten'),
  linear(64),
  layer('ReLU'),
  layer('BatchNorm1d'),
  layer('Dropout', { p: 0.3 }),
  linear(10),
];
const adam = (learningRate: number) => layer('Adam', { learningRate });
const sgd = (learningRate: number, momentum = 0) => layer('SGD', { learningRate, momentum });

/** A share of the labels drawn anew, in every split: what careless labelling does. */
function mislabelled(dataset: Dataset, share: number, seed: number): Dataset {
  const random = randomAt({ seed, stream: 'augment' });
  const { target } = dataset;
  if (target.kind !== 'class') throw new Error('Only labels can be wrong.');
  const targets = Int32Array.from(dataset.targets, (label) =>
    random.nextFloat() < share ? random.nextBelow(target.labels.length) : label,
  );
  return { ...dataset, targets };
}

const numbers = (name: string) => ({ name, type: 'number' as const });

/** The digits as a table, with the label as ten more columns. */
function leaking(): Dataset {
  if (digits.kind !== 'image') throw new Error('The digits are images.');
  const { images } = digits;
  const pixels = images.length / digits.samples;
  const width = pixels + 10;
  const features = new Float32Array(digits.samples * width);
  for (let row = 0; row < digits.samples; row++) {
    features.set(images.subarray(row * pixels, (row + 1) * pixels), row * width);
    features[row * width + pixels + digits.targets[row]!] = 1;
  }
  const columns = Array.from({ length: width }, (_, column) => numbers(`column ${column}`));
  const { samples, target, targets } = digits;
  const rest = { samples, target, targets, givenSplits: null, warnings: [] };
  return { kind: 'table', ...rest, columns, values: features };
}

/** The rows without a missing value. */
function complete({ columns, values, samples }: Dataset): Pick<Dataset, 'columns' | 'values'> {
  const width = columns.length;
  const rows = Array.from({ length: samples }, (_, row) =>
    values.slice(row * width, (row + 1) * width),
  ).filter((row) => !row.some(Number.isNaN));
  return { columns, values: Float32Array.from(rows.flatMap((row) => [...row])) };
}

/** The body mass of a penguin from all its other features. */
function bodyMass(): Dataset {
  const { columns, values } = complete(penguins);
  const samples = values.length / columns.length;
  const column = columns.findIndex(({ name }) => name.startsWith('body mass'));
  const width = columns.length;
  const kilograms = Float32Array.from(
    { length: samples },
    (_, i) => values[i * width + column]! / 1000,
  );
  return {
    kind: 'table',
    samples,
    givenSplits: null,
    warnings: [],
    values: values.filter((_, index) => index % width !== column),
    columns: columns.filter((_, index) => index !== column),
    targets: kilograms,
    target: {
      kind: 'number',
      name: 'body mass',
      minimum: Math.min(...kilograms),
      maximum: Math.max(...kilograms),
    },
  };
}

/** The bundled experiment. */
const bundledIris = {
  dataset: () => iris,
  split: { validation: 0.2, test: 0.2 },
  layers: [layer('Flatten'), linear(16), layer('LeakyReLU'), layer('BatchNorm1d'), linear(3)],
  optimizer: adam(0.01),
  batchSize: 16,
  dropLast: true,
};
const few = { validation: 0.5, test: 0.46 };
const standardDigits = { dataset: () => digits, epochs: 30 };

const recipes: readonly Recipe[] = [
  {
    name: 'digits, dropout and batch normalization',
    state: 'good-fit',
    ...standardDigits,
    layers: regularized,
    optimizer: adam(0.002),
    epochs: 40,
  },
  {
    name: 'digits, small network',
    state: 'good-fit',
    ...standardDigits,
    layers: mlp([24], 10),
    optimizer: adam(0.003),
    epochs: 25,
  },
  {
    name: 'penguins',
    state: 'good-fit',
    dataset: () => penguins,
    layers: mlp([16], 3),
    optimizer: adam(0.003),
    epochs: 60,
    batchSize: 16,
  },
  {
    name: 'body mass',
    state: 'good-fit',
    dataset: bodyMass,
    layers: mlp([8], 1),
    optimizer: adam(0.01),
    epochs: 80,
    batchSize: 16,
    loss: layer('MSELoss'),
  },
  {
    name: 'iris, as bundled',
    state: 'good-fit',
    ...bundledIris,
    epochs: 40,
    seeds: [0, 1, 4],
  },
  {
    name: 'digits, MixUp',
    state: 'good-fit',
    ...standardDigits,
    layers: mlp([64], 10),
    optimizer: adam(0.003),
    augmentation: [layer('MixUp')],
  },
  {
    name: 'digits, CutMix',
    state: 'good-fit',
    ...standardDigits,
    layers: mlp([64], 10),
    optimizer: adam(0.003),
    augmentation: [layer('CutMix')],
  },
  {
    name: 'digits, rotated and shifted',
    state: 'good-fit',
    ...standardDigits,
    layers: mlp([48], 10),
    optimizer: adam(0.003),
    augmentation: [layer('RandomRotation', { degrees: 30 }), layer('RandomShift')],
  },
  {
    name: 'digits, much dropout',
    state: 'good-fit',
    ...standardDigits,
    layers: [layer('Flatten'), linear(64), layer('ReLU'), layer('Dropout', { p: 0.7 }), linear(10)],
    optimizer: adam(0.003),
  },
  {
    name: 'iris, long after its best',
    state: 'overfitting',
    ...bundledIris,
    epochs: 300,
    seeds: [2, 7, 9],
  },
  {
    name: 'few digits, wide network',
    state: 'overfitting',
    ...standardDigits,
    split: few,
    layers: mlp([256, 256], 10),
    optimizer: adam(0.003),
    epochs: 120,
    batchSize: 16,
  },
  {
    name: 'body mass of few penguins, wide network',
    state: 'overfitting',
    dataset: bodyMass,
    split: { validation: 0.5, test: 0.41 },
    layers: mlp([256, 256], 1),
    optimizer: adam(0.003),
    epochs: 300,
    batchSize: 10,
    loss: layer('MSELoss'),
  },
  {
    name: 'digits, tiny learning rate',
    state: 'underfitting',
    ...standardDigits,
    layers: mlp([32], 10),
    optimizer: sgd(1e-4),
  },
  {
    name: 'digits, one hidden node',
    state: 'underfitting',
    ...standardDigits,
    layers: mlp([1], 10),
    optimizer: adam(0.003),
    epochs: 40,
  },
  {
    name: 'body mass, tiny learning rate',
    state: 'underfitting',
    dataset: bodyMass,
    layers: mlp([8], 1),
    optimizer: sgd(1e-4),
    epochs: 30,
    batchSize: 16,
    loss: layer('MSELoss'),
  },
  {
    name: 'digits, deep sigmoids',
    state: 'plateau',
    ...standardDigits,
    layers: mlp([32, 32, 32, 32], 10, 'Sigmoid'),
    optimizer: sgd(0.05),
    epochs: 40,
  },
  {
    name: 'digits, learning rate dropped too early',
    state: 'plateau',
    ...standardDigits,
    layers: mlp([32], 10),
    optimizer: sgd(0.02),
    schedule: layer('MultiStepLR', { milestones: [4], gamma: 1e-4 }),
    epochs: 40,
  },
  {
    name: 'digits, 40 % wrong labels',
    state: 'label-noise',
    dataset: (seed) => mislabelled(digits, 0.4, seed),
    layers: mlp([128, 64], 10),
    optimizer: adam(0.003),
    epochs: 80,
  },
  {
    name: 'penguins, 40 % wrong labels',
    state: 'label-noise',
    dataset: (seed) => mislabelled(penguins, 0.4, seed),
    layers: mlp([128, 64], 3),
    optimizer: adam(0.005),
    epochs: 150,
    batchSize: 16,
  },
  {
    name: 'digits with the label among the features',
    state: 'leakage',
    dataset: leaking,
    layers: mlp([64], 10),
    optimizer: adam(0.01),
    epochs: 20,
    batchSize: 16,
  },
  {
    name: 'digits, huge learning rate',
    state: 'divergence',
    ...standardDigits,
    layers: mlp([64, 64], 10),
    optimizer: sgd(0.5, 0.9),
    epochs: 15,
  },
  {
    name: 'body mass, learning rate too large',
    state: 'divergence',
    dataset: bodyMass,
    layers: mlp([8], 1, 'LeakyReLU'),
    optimizer: sgd(0.13, 0.9),
    epochs: 30,
    batchSize: 16,
    loss: layer('MSELoss'),
  },
];

async function record(recipe: Recipe, seed: number) {
  const { dataset: make, layers, optimizer, epochs } = recipe;
  const dataset = make(seed);
  const spec = ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'recorded',
    dataset: 'recorded',
    split: recipe.split,
    augmentation: recipe.augmentation,
    model: { layers: dataset.kind === 'table' ? layers.slice(1) : layers },
    loss: recipe.loss ?? layer('CrossEntropyLoss'),
    optimizer,
    schedule: recipe.schedule,
    training: { batchSize: recipe.batchSize ?? 32, epochs, dropLast: recipe.dropLast },
    seed,
  });
  const executor = onnxExecutor(createRequire(import.meta.url)('onnxruntime-node') as OrtModule);
  const history: EpochMetrics[] = [];
  let hasDiverged = false;
  try {
    const now = () => 0;
    for await (const event of train({ spec, dataset, executor, now })) {
      if (event.type === 'epoch') history.push(event.metrics);
    }
  } catch (error) {
    if (!(error instanceof StudioError && error.code === 'diverged')) throw error;
    hasDiverged = true;
  }
  return {
    name: `${recipe.name}, seed ${seed}`,
    state: recipe.state,
    target: dataset.target,
    learningRate: history[0]?.learningRate ?? optimizer.options.learningRate,
    hasDiverged,
    harderTraining: harderTraining(spec),
    history: history.map(({ train: t, validation: v }) =>
      [t.loss, t.accuracy, v.loss, v.accuracy].map(short),
    ),
  };
}

const short = (value: number | null) => (value === null ? null : Number(value.toPrecision(5)));

const golden = new URL('../core/golden/histories.json', import.meta.url);
const [, , wanted = ''] = process.argv;
const { cases: known }: { cases: { name: string }[] } = JSON.parse(readFileSync(golden, 'utf8'));
const cases: string[] = [];
for (const recipe of recipes) {
  for (const seed of recipe.seeds ?? USUAL_SEEDS) {
    const kept = known.find(({ name }) => name === `${recipe.name}, seed ${seed}`);
    if (kept && !recipe.name.startsWith(wanted)) {
      cases.push(JSON.stringify(kept));
      continue;
    }
    const recorded = await record(recipe, seed);
    const last = recorded.history.at(-1);
    console.log(`${recorded.state}: ${recorded.name}: ${recorded.history.length} epochs, ${last}`);
    cases.push(JSON.stringify(recorded));
  }
}
const head = '{"recordedBy": "scripts/recordHistories.ts", "cases": [\n';
writeFileSync(golden, `${head}${cases.join(',\n')}\n]}\n`);

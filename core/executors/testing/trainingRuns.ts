/**
 * Twenty steps of whole training programs: what the parts and their fusions make together.
 *
 * Features are centred, as normalised data is. With features of one sign, gradients behind
 * BatchNorm nearly cancel, and Adam makes full steps of what is left: there the float32 reference
 * itself leaves float64 by 6e-4, as onnx does.
 */
import type { Component } from '../../contract/ModelSpec.ts';
import { sizeOf } from '../../graph/Tensor.ts';
import { buildModel } from '../../model/buildModel.ts';
import { initializeModel } from '../../model/initializeModel.ts';
import { randomAt } from '../../random/randomAt.ts';
import { type TrainingStep, trainingStep } from '../../training/trainingStep.ts';
import type { Executor, TensorData } from '../Executor.ts';
import { referenceExecutor } from '../reference/ReferenceExecutor.ts';
import { expectClose } from './expectClose.ts';

const STEPS = 20;
const [BATCH, FEATURES, CLASSES] = [12, 9, 4];

const layer = (type: string, options: Component['options'] = {}): Component => ({ type, options });
const linear = (outFeatures: number) => layer('Linear', { outFeatures });

const plain = [linear(16), layer('ReLU'), linear(8), layer('Tanh'), linear(CLASSES)];
export const regularized: readonly Component[] = [
  linear(16),
  layer('LeakyReLU', { negativeSlope: 0.1 }),
  layer('BatchNorm1d'),
  layer('Dropout', { p: 0.2 }),
  linear(8),
  layer('Sigmoid'),
  linear(CLASSES),
];

/** Name, layers, optimizer. */
export const trainingRuns: readonly (readonly [string, readonly Component[], Component])[] = [
  ['plain, SGD', plain, layer('SGD', { learningRate: 0.1 })],
  [
    'plain, SGD with momentum and weight decay',
    plain,
    layer('SGD', { learningRate: 0.05, momentum: 0.9, weightDecay: 0.01 }),
  ],
  [
    'plain, SGD with Nesterov momentum',
    plain,
    layer('SGD', { learningRate: 0.05, momentum: 0.9, nesterov: true }),
  ],
  ['AMSGrad', plain, layer('Adam', { amsgrad: true })],
  ['AdamW', plain, layer('AdamW', { learningRate: 0.01 })],
  ['NAdam', plain, layer('NAdam')],
  ['Adamax', plain, layer('Adamax')],
  ['RMSprop', plain, layer('RMSprop', { learningRate: 0.001, momentum: 0.9, centered: true })],
  ['Adagrad', plain, layer('Adagrad', { learningRateDecay: 0.1 })],
  ['Adadelta', plain, layer('Adadelta')],
  ['regularized, SGD', regularized, layer('SGD', { learningRate: 0.1 })],
  ['regularized, Adam', regularized, layer('Adam', { learningRate: 0.01, weightDecay: 0.001 })],
];

function sequencesOf({ loop, noise, scalars }: TrainingStep): Record<string, TensorData> {
  const random = randomAt({ seed: 5, stream: 'shuffle' });
  const sequences: Record<string, TensorData> = {};
  for (const { name, shape, dtype } of loop.program.inputs) {
    if (!loop.sequences.includes(name)) continue;
    const length = STEPS * sizeOf(shape);
    sequences[name] =
      dtype === 'int'
        ? Int32Array.from({ length }, () => random.nextBelow(CLASSES))
        : Float32Array.from({ length }, () =>
            name === 'input' ? random.nextNormal() : random.nextFloat(),
          );
  }
  for (const { name, keep, value } of noise) {
    sequences[name] = sequences[name].map((drawn) => (drawn < keep ? value : 0));
  }
  for (let index = 0; index < STEPS; index++) {
    for (const [name, value] of Object.entries(scalars(index + 1))) sequences[name][index] = value;
  }
  return sequences;
}

/** Reports and state behind the steps. */
export async function trainSteps(
  executor: Executor,
  layers: readonly Component[],
  optimizer: Component,
  isMixed = false,
) {
  const model = buildModel({ layers: [...layers] }, [FEATURES]);
  const loss = layer('CrossEntropyLoss');
  const gradientClipping = layer('ClipGradNorm', { maxNorm: 0.5 });
  const options = { model, loss, optimizer, gradientClipping, isMixed };
  const step = trainingStep({ ...options, batchSize: BATCH, target: 'class' });
  const loop = await executor.compileLoop(step.loop);
  await loop.setState(step.initialState(initializeModel(model, 1)));
  const reports = await loop.run(STEPS, sequencesOf(step));
  const state = await loop.getState();
  await loop.dispose();
  return { reports, state };
}

/** Held against the reference executor in float64. */
export async function expectSameTraining(
  executor: Executor,
  layers: readonly Component[],
  optimizer: Component,
  { tolerance, isMixed = false }: { readonly tolerance: number; readonly isMixed?: boolean },
): Promise<void> {
  const actual = await trainSteps(executor, layers, optimizer, isMixed);
  const reference = referenceExecutor({ precision: 'float64' });
  const expected = await trainSteps(reference, layers, optimizer, isMixed);
  for (const [name, values] of Object.entries({ ...expected.reports, ...expected.state })) {
    expectClose({ ...actual.reports, ...actual.state }[name], values, tolerance, name);
  }
}

/**
 * One iteration as a graph: forward pass, loss, derived gradients, their clipping, the optimizer's
 * update.
 *
 * The training step reports little of it, because it runs a million times; what looks inside a
 * network reports more. Both are outputs of this one graph, so that what is looked at is what is
 * trained.
 */
import { prepareClipping } from '../clippings/prepareClipping.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { gradients } from '../graph/gradients.ts';
import { constant, input } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';
import type { TargetKind } from '../losses/LossDefinition.ts';
import { mixedLosses } from '../losses/mixedLosses.ts';
import { meanLoss, sampleLosses } from '../losses/sampleLosses.ts';
import { type AppliedModel, applyModel } from '../model/applyModel.ts';
import type { Model, ModelParameter } from '../model/buildModel.ts';
import { type PreparedOptimizer, prepareOptimizer } from '../optimizers/prepareOptimizer.ts';

export interface TrainingGraphOptions {
  readonly model: Model;
  readonly loss: Component;
  readonly optimizer: Component;
  /** N of a minibatch. */
  readonly batchSize: number;
  readonly target: TargetKind;
  /** None when left out. */
  readonly gradientClipping?: Component | undefined;
  /** Report the norm of the gradient: it must then be written to memory, which costs time. */
  readonly trackGradientNorm?: boolean | undefined;
  /** Samples are mixed with others of the minibatch: see core/augmentation/batch. */
  readonly isMixed?: boolean | undefined;
}

/** The other sample of each mixed one: its target, and the share of the first, [N] both. */
export interface MixInputs {
  readonly target2: Tensor;
  readonly lambda: Tensor;
}

export interface TrainingGraph {
  readonly optimizer: PreparedOptimizer;
  /** `target` [N]: class indices as int, or numbers. */
  readonly target: Tensor;
  /** Null where samples are not mixed. */
  readonly mix: MixInputs | null;
  readonly applied: AppliedModel;
  /** [], the mean data loss before the update. */
  readonly loss: Tensor;
  /** ∂loss/∂p before clipping, in the order of the model's parameters. */
  readonly gradients: readonly Tensor[];
  /** ∂loss/∂output of every layer, as `applied.layers` has them; only where they are asked for. */
  readonly outputGradients: readonly Tensor[];
  /** New parameters, buffers and optimizer state by name. */
  readonly state: Readonly<Record<string, Tensor>>;
  /** The scalar inputs of an iteration, which counts from 1 over the whole run. */
  scalars(iteration: number, learningRate?: number): Record<string, number>;
}

/** Throws StudioError `invalid-experiment` as trainingStep does. */
export function trainingGraph(
  options: TrainingGraphOptions,
  { outputGradients = false } = {},
): TrainingGraph {
  const { model, batchSize } = options;
  const optimizer = prepareOptimizer(options.optimizer);
  const x = input('input', [batchSize, ...model.inputShape]);
  const target = input('target', [batchSize], options.target === 'class' ? 'int' : 'float');
  const applied = applyModel(model, x, 'training');
  const mix = options.isMixed ? mixInputs(target) : null;
  const losses = sampleLosses(options.loss, applied.output, target);
  const other = mix && sampleLosses(options.loss, applied.output, mix.target2);
  const loss = meanLoss(mix && other ? mixedLosses(losses, other, mix.lambda) : losses);
  const outputs = outputGradients ? applied.layers.map(({ output }) => output) : [];
  const parameters = [...applied.parameters.values()];
  const all = gradients(loss, [...parameters, ...outputs]);
  const ofParameters = all.slice(0, parameters.length);

  const scalars = (iteration: number, learningRate = optimizer.options.learningRate) => ({
    learningRate,
    ...optimizer.definition.scalars?.(optimizer.options, iteration),
  });
  const scalarInputs = Object.keys(scalars(1)).map((name) => [name, input(name, [])] as const);
  const scalarTensors = Object.fromEntries(scalarInputs);
  const isScaled = scalesLoss(options, optimizer);
  const clip = prepareClipping(options.gradientClipping);
  const updated = updateParameters(
    model.parameters,
    isScaled
      ? { parameters, gradients: gradients(loss, parameters, scalarTensors.learningRate) }
      : { parameters, gradients: clip(ofParameters) },
    optimizer,
    isScaled ? { ...scalarTensors, learningRate: constant(1) } : scalarTensors,
  );
  return {
    optimizer,
    target,
    mix,
    applied,
    loss,
    gradients: ofParameters,
    outputGradients: all.slice(parameters.length),
    state: { ...updated, ...Object.fromEntries(applied.bufferUpdates) },
    scalars,
  };
}

/**
 * Whether the update takes gradients of lr · loss: lr then scales a few values where the backward
 * pass begins, instead of every gradient at its end. Where something reads the gradients in between
 * they stay as they are, for a second backward pass would cost more.
 */
function scalesLoss(
  { gradientClipping, trackGradientNorm }: TrainingGraphOptions,
  { definition, options }: PreparedOptimizer,
): boolean {
  return !gradientClipping && !trackGradientNorm && definition.isPlainDescent?.(options) === true;
}

function mixInputs({ shape, dtype }: Tensor): MixInputs {
  return { target2: input('target2', shape, dtype), lambda: input('lambda', shape) };
}

interface GivenTensors {
  readonly parameters: readonly Tensor[];
  readonly gradients: readonly Tensor[];
}

/** New parameters and optimizer state by name. */
function updateParameters(
  declared: readonly ModelParameter[],
  { parameters, gradients }: GivenTensors,
  { definition, options }: PreparedOptimizer,
  { learningRate, ...scalars }: Readonly<Record<string, Tensor>>,
): Record<string, Tensor> {
  const outputs: Record<string, Tensor> = {};
  declared.forEach(({ name, shape, decay }, index) => {
    const slots = definition
      .slots(options)
      .map((slot) => [slot.name, input(slotName(slot.name, name), shape)] as const);
    const decays = options.weightDecayOn === 'all' || decay;
    const updated = definition.update(
      {
        parameter: parameters[index],
        gradient: gradients[index],
        weightDecay: decays ? options.weightDecay : 0,
        learningRate,
        slots: Object.fromEntries(slots),
        scalars,
      },
      options,
    );
    outputs[name] = updated.parameter;
    for (const [slot, value] of Object.entries(updated.slots)) {
      outputs[slotName(slot, name)] = value;
    }
  });
  return outputs;
}

/** `optimizer.velocity.0.weight`. */
export function slotName(slot: string, parameter: string): string {
  return `optimizer.${slot}.${parameter}`;
}

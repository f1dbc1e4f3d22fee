/**
 * One iteration as data: forward pass, loss, derived gradients, their clipping, optimizer update,
 * all in one graph.
 *
 * Whoever trains feeds the sequences and carries the state; nothing here runs. What changes from
 * iteration to iteration without being state (learning rate, bias corrections, dropout noise) is an
 * input, so the graph is built once per minibatch size.
 */
import { type Clip, prepareClipping } from '../clippings/prepareClipping.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { type LoopProgram, loopProgram } from '../executors/Executor.ts';
import { gradients } from '../graph/gradients.ts';
import { add, argMax, equal, input, multiply, subtract, sum } from '../graph/ops.ts';
import { program } from '../graph/Program.ts';
import { sizeOf, type Tensor } from '../graph/Tensor.ts';
import type { TargetKind } from '../losses/LossDefinition.ts';
import { mixedLosses } from '../losses/mixedLosses.ts';
import { meanLoss, sampleLosses } from '../losses/sampleLosses.ts';
import { type AppliedModel, applyModel, type NoiseInput } from '../model/applyModel.ts';
import type { Model } from '../model/buildModel.ts';
import { type PreparedOptimizer, prepareOptimizer } from '../optimizers/prepareOptimizer.ts';

export interface TrainingStepOptions {
  readonly model: Model;
  readonly loss: Component;
  readonly optimizer: Component;
  /** N of a minibatch. */
  readonly batchSize: number;
  readonly target: TargetKind;
  /** None when left out. */
  readonly gradientClipping?: Component | undefined;
  /** Samples are mixed with others of the minibatch: see core/augmentation/batch. */
  readonly isMixed?: boolean | undefined;
}

export interface TrainingStep {
  /**
   * State: parameters, buffers, `optimizer.<slot>.<parameter>`. Sequences: `input` [N,
   * ...inputShape], `target` [N] (class indices as int, or numbers), each noise, each scalar [];
   * where samples are mixed, `target2` [N] like `target`, and `lambda` [N], the share of `target`.
   * Reports: `loss` [], the mean data loss before the update; for classes `correct` [], the number
   * of samples whose largest logit is the target's; of a mixed sample each target counts its share.
   */
  readonly loop: LoopProgram;
  readonly noise: readonly NoiseInput[];
  /** The state before the first iteration, from initializeModel's parameters and buffers. */
  initialState(
    parametersAndBuffers: Readonly<Record<string, Float32Array>>,
  ): Record<string, Float32Array>;
  /**
   * The scalar sequences of an iteration, which counts from 1 over the whole run; `learningRate` is
   * always among them, the optimizer's own unless given.
   */
  scalars(iteration: number, learningRate?: number): Record<string, number>;
}

/**
 * Throws StudioError `invalid-experiment`: refused options of the optimizer, the loss or the
 * clipping, a loss that does not fit the target or the model's output, a minibatch too small for a
 * layer.
 */
export function trainingStep(options: TrainingStepOptions): TrainingStep {
  const { model, loss, batchSize, target } = options;
  const optimizer = prepareOptimizer(options.optimizer);
  const x = input('input', [batchSize, ...model.inputShape]);
  const expected = input('target', [batchSize], target === 'class' ? 'int' : 'float');
  const applied = applyModel(model, x, 'training');
  const mix = options.isMixed ? mixInputs(expected) : null;
  const losses = sampleLosses(loss, applied.output, expected);
  const other = mix && sampleLosses(loss, applied.output, mix.target2);
  const dataLoss = meanLoss(mix && other ? mixedLosses(losses, other, mix.lambda) : losses);

  const scalars = (iteration: number, learningRate = optimizer.options.learningRate) => ({
    learningRate,
    ...optimizer.definition.scalars?.(optimizer.options, iteration),
  });
  const scalarInputs = Object.keys(scalars(1)).map((name) => [name, input(name, [])] as const);
  const updated = updateParameters(
    model,
    applied,
    dataLoss,
    optimizer,
    prepareClipping(options.gradientClipping),
    Object.fromEntries(scalarInputs),
  );

  const reports: Record<string, Tensor> = { loss: dataLoss };
  if (target === 'class') reports.correct = countCorrect(applied.output, expected, mix);
  const state = { ...updated, ...Object.fromEntries(applied.bufferUpdates) };

  return {
    loop: loopProgram(program({ ...reports, ...state })),
    noise: applied.noise,
    initialState: (values) => ({ ...values, ...initialSlots(model, optimizer) }),
    scalars,
  };
}

interface MixInputs {
  readonly target2: Tensor;
  readonly lambda: Tensor;
}

function mixInputs({ shape, dtype }: Tensor): MixInputs {
  return { target2: input('target2', shape, dtype), lambda: input('lambda', shape) };
}

/** Both int, so equality is exact. */
function countCorrect(output: Tensor, target: Tensor, mix: MixInputs | null): Tensor {
  const predicted = argMax(output);
  const own = equal(predicted, target);
  if (!mix) return sum(own);
  const { target2, lambda } = mix;
  const other = equal(predicted, target2);
  return sum(add(multiply(lambda, own), multiply(subtract(1, lambda), other)));
}

/** New parameters and optimizer state by name. */
function updateParameters(
  model: Model,
  applied: AppliedModel,
  loss: Tensor,
  { definition, options }: PreparedOptimizer,
  clip: Clip,
  { learningRate, ...scalars }: Readonly<Record<string, Tensor>>,
): Record<string, Tensor> {
  const parameters = [...applied.parameters.values()];
  const parameterGradients = clip(gradients(loss, parameters));
  const outputs: Record<string, Tensor> = {};
  model.parameters.forEach(({ name, shape, decay }, index) => {
    const slots = definition
      .slots(options)
      .map((slot) => [slot.name, input(slotName(slot.name, name), shape)] as const);
    const decays = options.weightDecayOn === 'all' || decay;
    const updated = definition.update(
      {
        parameter: parameters[index],
        gradient: parameterGradients[index],
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

function initialSlots(
  model: Model,
  { definition, options }: PreparedOptimizer,
): Record<string, Float32Array> {
  const slots: Record<string, Float32Array> = {};
  for (const { name, shape } of model.parameters) {
    for (const slot of definition.slots(options)) {
      slots[slotName(slot.name, name)] = new Float32Array(sizeOf(shape)).fill(slot.initial);
    }
  }
  return slots;
}

function slotName(slot: string, parameter: string): string {
  return `optimizer.${slot}.${parameter}`;
}

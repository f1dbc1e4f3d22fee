/**
 * One iteration as data: forward pass, loss, derived gradients, their clipping, optimizer update,
 * all in one graph.
 *
 * Whoever trains feeds the sequences and carries the state; nothing here runs. What changes from
 * iteration to iteration without being state (learning rate, bias corrections, dropout noise) is an
 * input, so the graph is built once per minibatch size.
 */
import { type LoopProgram, loopProgram } from '../executors/Executor.ts';
import { norm } from '../graph/norm.ts';
import { add, argMax, equal, multiply, subtract, sum } from '../graph/ops.ts';
import { program } from '../graph/Program.ts';
import { sizeOf, type Tensor } from '../graph/Tensor.ts';
import type { NoiseInput } from '../model/applyModel.ts';
import type { Model } from '../model/buildModel.ts';
import type { PreparedOptimizer } from '../optimizers/prepareOptimizer.ts';
import {
  type MixInputs,
  slotName,
  type TrainingGraphOptions,
  trainingGraph,
} from './trainingGraph.ts';

export type TrainingStepOptions = TrainingGraphOptions;

export interface TrainingStep {
  /**
   * State: parameters, buffers, `optimizer.<slot>.<parameter>`. Sequences: `input` [N,
   * ...inputShape], `target` [N] (class indices as int, or numbers), each noise, each scalar [];
   * where samples are mixed, `target2` [N] like `target`, and `lambda` [N], the share of `target`.
   * Reports: `loss` [], the mean data loss before the update; for classes `correct` [], the number
   * of samples whose largest logit is the target's, where of a mixed sample each target counts its
   * share; where tracked `gradientNorm` [], before clipping.
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
  const { model, target: kind } = options;
  const graph = trainingGraph(options);
  const { applied, target, mix, loss, gradients, state, optimizer, scalars } = graph;
  const reports: Record<string, Tensor> = { loss };
  if (kind === 'class') reports.correct = countCorrect(applied.output, target, mix);
  if (options.trackGradientNorm) reports.gradientNorm = norm(gradients);
  return {
    loop: loopProgram(program({ ...reports, ...state })),
    noise: applied.noise,
    initialState: (values) => ({ ...values, ...initialSlots(model, optimizer) }),
    scalars,
  };
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

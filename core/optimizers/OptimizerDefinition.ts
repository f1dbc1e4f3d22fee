/**
 * What an optimizer is to the studio: its catalog entry, its memory, and one update as graph code.
 *
 * The update runs inside the training step, over every parameter in every iteration, so its passes
 * over memory are what a small minibatch pays for: definitions fold scalars together and keep the
 * elementwise operations few. Numbers that change with the iteration (bias corrections) come in as
 * scalars computed in float64 on the host, never as float32 powers inside the graph.
 */
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { Tensor } from '../graph/Tensor.ts';

/** A tensor that the optimizer keeps beside every parameter, of the parameter's shape. */
export interface OptimizerSlot {
  readonly name: string;
  /** Fills the slot before the first iteration. */
  readonly initial: number;
}

export interface ParameterUpdate {
  readonly parameter: Tensor;
  /** Of the data loss. */
  readonly gradient: Tensor;
  /** λ of this parameter: 0 where it is exempt. */
  readonly weightDecay: number;
  /** Scalar, in (0, ∞); the constant 1 where the gradient comes as lr · gradient. */
  readonly learningRate: Tensor;
  readonly slots: Readonly<Record<string, Tensor>>;
  readonly scalars: Readonly<Record<string, Tensor>>;
}

export interface UpdatedParameter {
  readonly parameter: Tensor;
  readonly slots: Readonly<Record<string, Tensor>>;
}

/** All optimizers have these. */
export type OptimizerOptions = {
  learningRate: number;
  weightDecay: number;
  weightDecayOn: string;
};

export interface OptimizerDefinition<O extends OptimizerOptions = OptimizerOptions> {
  readonly descriptor: ComponentDescriptor;
  /** Weight decay shrinks the weights directly and adds nothing to the gradient. */
  readonly decouplesWeightDecay?: boolean;
  /** Why options that are each in range do not go together, or null. */
  refusal?(options: O): string | null;
  /** Whether all that `update` does with a gradient is to take lr · gradient off the parameter. */
  isPlainDescent?(options: O): boolean;
  slots(options: O): readonly OptimizerSlot[];
  /** What changes with the iteration, which counts from 1; the same names for every iteration. */
  scalars?(options: O, iteration: number): Readonly<Record<string, number>>;
  update(update: ParameterUpdate, options: O): UpdatedParameter;
}

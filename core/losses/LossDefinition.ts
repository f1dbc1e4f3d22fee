/**
 * What a loss is to the studio: its catalog entry and the loss of each sample.
 *
 * Training minimises the mean over the minibatch, evaluation keeps the samples apart; one forward
 * graph gives both.
 */
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { DatasetTarget } from '../contract/DatasetInfo.ts';
import type { Options } from '../contract/ModelSpec.ts';
import type { Tensor } from '../graph/Tensor.ts';

export type TargetKind = DatasetTarget['kind'];

export interface LossDefinition<O extends Options = Options> {
  readonly descriptor: ComponentDescriptor;
  /** The kinds of target that it is defined for. */
  readonly targets: readonly TargetKind[];
  /** output [N, K] and target [N], class indices as int or numbers as float → [N]. */
  perSample(output: Tensor, target: Tensor, options: O): Tensor;
}

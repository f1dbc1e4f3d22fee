/**
 * What a loss is to the studio: its catalog entry and the loss of each sample.
 *
 * Training minimises the mean over the minibatch, evaluation keeps the samples apart; one forward
 * graph gives both.
 */
import type { ComponentDescriptor, OptionRange } from '../contract/Catalog.ts';
import type { DatasetTarget } from '../contract/DatasetInfo.ts';
import type { Options } from '../contract/ModelSpec.ts';
import type { Tensor } from '../graph/Tensor.ts';

export type TargetKind = DatasetTarget['kind'];

export interface LossDefinition<O extends Options = Options> {
  readonly descriptor: ComponentDescriptor;
  /** The kinds of target that it is defined for. */
  readonly targets: readonly TargetKind[];
  /** Where number targets must lie; anywhere when left out. */
  readonly targetRange?: OptionRange;
  /** Why the options do not go with K outputs, or null. */
  refusal?(options: O, outputs: number): string | null;
  /** output [N, K] and target [N], class indices as int or numbers as float → [N]. */
  perSample(output: Tensor, target: Tensor, options: O): Tensor;
  /**
   * What each sample counts in a mean, [N]: the mean is Σ perSample / Σ sampleWeights, with
   * perSample already weighted. Null or left out: all count 1.
   */
  sampleWeights?(output: Tensor, target: Tensor, options: O): Tensor | null;
}

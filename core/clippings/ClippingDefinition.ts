/**
 * What a gradient clipping is to the studio: its catalog entry, and the bound on the gradients as
 * graph code.
 *
 * It runs inside the training step, on the gradients of the data loss: after the backward pass and
 * before weight decay, which belongs to the optimizer, as in PyTorch.
 */
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { Options } from '../contract/ModelSpec.ts';
import type { Tensor } from '../graph/Tensor.ts';

export interface ClippingDefinition<O extends Options = Options> {
  readonly descriptor: ComponentDescriptor;
  /** The gradients of all parameters → as many in the same order and shapes. */
  clip(gradients: readonly Tensor[], options: O): Tensor[];
}

/**
 * What an initialisation is to the studio: its catalog entry, and how it draws a weight from its
 * fans.
 *
 * It is chosen for the whole model and draws the weights of Linear and of convolutions alone:
 * biases, γ and β, and lookup tables start as their layer says, as they do when the functions of
 * torch.nn.init are applied to the weights of a PyTorch model.
 */
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { Options } from '../contract/ModelSpec.ts';
import type { Initializer } from '../layers/initializers.ts';
import type { Fans } from './fansOf.ts';

export interface InitializationDefinition<O extends Options = Options> {
  readonly descriptor: ComponentDescriptor;
  /** Null: the layer's own distribution. */
  initializer(fans: Fans, options: O): Initializer | null;
}

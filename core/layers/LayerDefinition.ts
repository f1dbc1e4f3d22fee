/**
 * What a layer is to the studio: its catalog entry, how it finds its sizes, what it learns, and its
 * forward pass.
 *
 * The backward pass is never written: gradients.ts derives it from the forward graph. A definition
 * holds no values and no state, so that one object serves every model; `Options` is the layer's own
 * options type, erased at the registry. Write it as a type alias, not an interface: only aliases
 * fit a record of options without a cast.
 */
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { Options } from '../contract/ModelSpec.ts';
import type { Shape, Tensor } from '../graph/Tensor.ts';
import type { Initializer } from './initializers.ts';

/** A tensor that is learned. */
export interface ParameterDefinition {
  /** As PyTorch's state_dict names it inside the layer: `weight`. */
  readonly name: string;
  readonly shape: Shape;
  /** Whether weight decay reaches it by default: weights yes, biases and BatchNorm's γ and β no. */
  readonly decay: boolean;
  readonly initialize: Initializer;
  /**
   * Multiplies what arrives and sums it up, as the weight of Linear and of convolutions does: the
   * experiment's initialisation may draw it anew, by its fans. The first axis counts the outputs,
   * the second the inputs, all others are summed over too.
   */
  readonly hasFans?: boolean;
}

/** A tensor that is remembered, not learned. */
export interface BufferDefinition {
  readonly name: string;
  readonly shape: Shape;
  /** Fills the whole buffer before training. */
  readonly initial: number;
}

/** Random zeros: each entry is `value` with probability `keep`, else 0. */
export interface NoiseDistribution {
  readonly keep: number;
  readonly value: number;
}

/** What a forward pass may ask for. */
export interface LayerContext {
  readonly mode: 'training' | 'inference';
  parameter(name: string): Tensor;
  buffer(name: string): Tensor;
  /** What the buffer holds after this training step. */
  updateBuffer(name: string, value: Tensor): void;
  /** x through the layers that this one holds. */
  applyInner(x: Tensor): Tensor;
  /** Drawn anew for every minibatch. */
  noise(shape: Shape, distribution: NoiseDistribution): Tensor;
}

export interface LayerDefinition<O extends Options = Options> {
  readonly descriptor: ComponentDescriptor;
  /**
   * Options that follow from the layer before and from the given options, for where the experiment
   * leaves them out.
   */
  inferOptions?(inputShape: Shape, given: O): Options;
  /**
   * Shape of a sample behind the layer, from its shape in front; neither holds the minibatch axis
   * N. `innerShape` is the shape behind the layers that this one holds. Throws StudioError
   * `invalid-experiment` where they do not fit; the model adds the place.
   */
  outputShape(options: O, inputShape: Shape, innerShape: Shape): Shape;
  parameters?(options: O): readonly ParameterDefinition[];
  buffers?(options: O): readonly BufferDefinition[];
  /**
   * Products with learned weights that are summed up for one sample: those of matrix products and
   * convolutions. Left out: none, as what a layer does to each value alone is little beside them.
   */
  multiplyAdds?(options: O, inputShape: Shape, outputShape: Shape): number;
  /** x [N, ...inputShape] → [N, ...outputShape]. Throws StudioError where N is too small. */
  forward(context: LayerContext, x: Tensor, options: O): Tensor;
}

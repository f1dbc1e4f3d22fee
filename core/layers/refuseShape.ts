import { StudioError } from '../contract/StudioError.ts';
import type { Shape } from '../graph/Tensor.ts';

/** `1×28×28`, as a person writes the shape of a sample. */
export function formatSampleShape(shape: Shape): string {
  return shape.length === 0 ? 'a single number' : shape.join('×');
}

/** A layer that does not fit what comes before it. */
export class LayerInputError extends StudioError {
  readonly layer: string;
  readonly expected: string;
  readonly received: string;
  readonly remedy: string | null;

  constructor(layer: string, expected: string, received: Shape, remedy: string | null) {
    const shape = formatSampleShape(received);
    super('invalid-experiment', `${layer} expects ${expected}. Received ${shape}${ending(remedy)}`);
    this.layer = layer;
    this.expected = expected;
    this.received = shape;
    this.remedy = remedy;
  }

  /** The same for whoever knows what stands before the layer: `Conv2d`, `the dataset`. */
  comingFrom(source: string): string {
    return `${this.layer} expects ${this.expected}, ${source} gives ${this.received}${ending(this.remedy)}`;
  }
}

const ending = (remedy: string | null) => (remedy === null ? '.' : `: ${remedy}.`);

/**
 * The one sentence for a layer that does not fit the one before it:
 * `Linear expects 784 features. Received 1×28×28: insert Flatten.`
 */
export function refuseShape(
  layer: string,
  expected: string,
  received: Shape,
  remedy: string | null = null,
): never {
  throw new LayerInputError(layer, expected, received, remedy);
}

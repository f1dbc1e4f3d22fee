import { StudioError } from '../contract/StudioError.ts';
import type { Shape } from '../graph/Tensor.ts';

/** `1×28×28`, as a person writes the shape of a sample. */
export function formatSampleShape(shape: Shape): string {
  return shape.length === 0 ? 'a single number' : shape.join('×');
}

/**
 * The one sentence for a layer that does not fit the one before it:
 * `Linear expects 784 features. Received 1×28×28: insert Flatten.`
 */
export function refuseShape(
  layer: string,
  expected: string,
  received: Shape,
  remedy?: string,
): never {
  const message = `${layer} expects ${expected}. Received ${formatSampleShape(received)}`;
  throw new StudioError('invalid-experiment', `${message}${remedy ? `: ${remedy}` : ''}.`);
}

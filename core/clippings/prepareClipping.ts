import { parseOptions } from '../catalog/parseOptions.ts';
import type { Component } from '../contract/ModelSpec.ts';
import type { Tensor } from '../graph/Tensor.ts';
import { clippingDefinition } from './registry.ts';

const WHERE = 'training.gradientClipping';

/** Gradients of all parameters → as many, bounded. */
export type Clip = (gradients: readonly Tensor[]) => readonly Tensor[];

/**
 * Without a clipping the gradients stay as they are. Throws StudioError `invalid-experiment` at
 * `training.gradientClipping...`: unknown type, refused options.
 */
export function prepareClipping(clipping: Component | undefined): Clip {
  if (!clipping) return (gradients) => gradients;
  const definition = clippingDefinition(clipping.type, WHERE);
  const options = parseOptions(definition.descriptor, clipping.options, WHERE);
  return (gradients) => definition.clip(gradients, options);
}

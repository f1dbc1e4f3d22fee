import { parseOptions } from '../catalog/parseOptions.ts';
import type { Component } from '../contract/ModelSpec.ts';
import type { Initializer } from '../layers/initializers.ts';
import type { ParameterDefinition } from '../layers/LayerDefinition.ts';
import { fansOf } from './fansOf.ts';
import { initializationDefinition } from './registry.ts';

/** How a parameter is filled before training. */
export type InitializerOf = (parameter: ParameterDefinition) => Initializer;

/**
 * Throws StudioError `invalid-experiment` at `initialization...`: unknown type, refused options.
 */
export function prepareInitialization(initialization: Component): InitializerOf {
  const definition = initializationDefinition(initialization.type, 'initialization');
  const options = parseOptions(definition.descriptor, initialization.options, 'initialization');
  return ({ shape, hasFans, initialize }) =>
    (hasFans ? definition.initializer(fansOf(shape), options) : null) ?? initialize;
}

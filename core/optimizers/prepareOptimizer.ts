import { parseOptions } from '../catalog/parseOptions.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { OptimizerDefinition, OptimizerOptions } from './OptimizerDefinition.ts';
import { optimizerDefinition } from './registry.ts';

export interface PreparedOptimizer {
  readonly definition: OptimizerDefinition;
  /** Complete and checked. */
  readonly options: OptimizerOptions;
}

/** Throws StudioError `invalid-experiment` at `optimizer...`: unknown type, refused options. */
export function prepareOptimizer(optimizer: Component): PreparedOptimizer {
  const definition = optimizerDefinition(optimizer.type, 'optimizer');
  // The descriptors of all optimizers hold these options; a test of the catalog says so.
  const options = parseOptions(
    definition.descriptor,
    optimizer.options,
    'optimizer',
  ) as OptimizerOptions;
  const refusal = definition.refusal?.(options);
  if (refusal) throw new StudioError('invalid-experiment', refusal, { where: 'optimizer.options' });
  return { definition, options };
}

import { parseOptions } from '../catalog/parseOptions.ts';
import type { Component, Options } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { LossDefinition, TargetKind } from './LossDefinition.ts';
import { lossDefinition, lossDefinitions } from './registry.ts';

export interface PreparedLoss {
  readonly definition: LossDefinition;
  /** Complete and checked. */
  readonly options: Options;
}

/**
 * Throws StudioError `invalid-experiment` at `loss...`: unknown type, refused options, a kind of
 * target that the loss is not defined for.
 */
export function prepareLoss(loss: Component, target: TargetKind): PreparedLoss {
  const definition = lossDefinition(loss.type, 'loss');
  const options = parseOptions(definition.descriptor, loss.options, 'loss');
  if (definition.targets.includes(target)) return { definition, options };
  const fitting = lossDefinitions.filter(({ targets }) => targets.includes(target));
  throw new StudioError(
    'invalid-experiment',
    `${loss.type} needs ${definition.targets.join(' or ')} targets. Received ${target} targets.`,
    { where: 'loss', hint: `Choose ${fitting.map((one) => one.descriptor.type).join(' or ')}.` },
  );
}

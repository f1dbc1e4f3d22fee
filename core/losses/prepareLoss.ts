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
 * target that the loss is not defined for. `outputs` is K, the outputs that the target asks for.
 */
export function prepareLoss(loss: Component, target: TargetKind, outputs: number): PreparedLoss {
  const definition = lossDefinition(loss.type, 'loss');
  const options = parseOptions(definition.descriptor, loss.options, 'loss');
  if (!definition.targets.includes(target)) throw wrongTarget(definition, target);
  const refusal = definition.refusal?.(options, outputs);
  if (refusal) throw new StudioError('invalid-experiment', refusal, { where: 'loss.options' });
  return { definition, options };
}

function wrongTarget({ descriptor, targets }: LossDefinition, target: TargetKind): StudioError {
  const fitting = lossDefinitions
    .filter((one) => one.targets.includes(target) && !one.targetRange)
    .map((one) => one.descriptor.type);
  return new StudioError(
    'invalid-experiment',
    `${descriptor.type} needs ${targets.join(' or ')} targets. Received ${target} targets.`,
    { where: 'loss', hint: `Choose ${fitting.slice(0, -1).join(', ')} or ${fitting.at(-1)}.` },
  );
}

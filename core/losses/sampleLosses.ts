import type { Component } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { formatShape, type Tensor } from '../graph/Tensor.ts';
import type { TargetKind } from './LossDefinition.ts';
import { prepareLoss } from './prepareLoss.ts';

/**
 * The loss of each sample, [N], from output [N, K] and target [N].
 *
 * Throws StudioError `invalid-experiment` at `loss` for unknown options and for a target that the
 * loss is not defined for, and at `model` for an output that cannot be compared with the target.
 */
export function sampleLosses(loss: Component, output: Tensor, target: Tensor): Tensor {
  const kind = target.dtype === 'int' ? 'class' : 'number';
  const { definition, options } = prepareLoss(loss, kind);
  refuseOutput(output, kind);
  return definition.perSample(output, target, options);
}

function refuseOutput({ shape }: Tensor, kind: TargetKind): void {
  const fits = shape.length === 2 && (kind === 'class' || shape[1] === 1);
  if (fits) return;
  const expected = kind === 'class' ? 'one logit per class' : '1 number';
  throw new StudioError(
    'invalid-experiment',
    `The model must end in ${expected}. Received ${formatShape(shape.slice(1))} per sample.`,
    { where: 'model', hint: `End the model with a Linear layer: ${expected}.` },
  );
}

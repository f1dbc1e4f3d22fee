import type { Component } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { divide, mean, sum } from '../graph/ops.ts';
import { formatShape, type Tensor } from '../graph/Tensor.ts';
import type { TargetKind } from './LossDefinition.ts';
import { prepareLoss } from './prepareLoss.ts';

export interface SampleLosses {
  /** [N], weighted where the loss weights samples. */
  readonly losses: Tensor;
  /** [N]; null where all samples count 1. */
  readonly weights: Tensor | null;
}

/**
 * The loss of each sample from output [N, K] and target [N].
 *
 * Throws StudioError `invalid-experiment` at `loss` for refused options and for a target that the
 * loss is not defined for, and at `model` for an output that cannot be compared with the target.
 */
export function sampleLosses(loss: Component, output: Tensor, target: Tensor): SampleLosses {
  const kind = target.dtype === 'int' ? 'class' : 'number';
  const { definition, options } = prepareLoss(loss, kind, output.shape.at(-1) ?? 1);
  refuseOutput(output, kind);
  return {
    losses: definition.perSample(output, target, options),
    weights: definition.sampleWeights?.(output, target, options) ?? null,
  };
}

/** The loss of a minibatch, a scalar: the mean over its samples by their weights. */
export function meanLoss({ losses, weights }: SampleLosses): Tensor {
  return weights ? divide(sum(losses), sum(weights)) : mean(losses);
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

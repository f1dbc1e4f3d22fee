import type { Component } from '../contract/ModelSpec.ts';
import type { ModelParameter } from '../model/buildModel.ts';
import { prepareOptimizer } from '../optimizers/prepareOptimizer.ts';
import type { Checkpoint } from './TrainingEvent.ts';

/**
 * (λ/2) Σ ‖W‖² over the parameters that decay: what weight decay adds to the data loss in what is
 * minimized. Summed in float64; infinite or NaN where a weight is.
 *
 * Null where λ is 0, and for an optimizer that decays weights apart from the gradient (AdamW):
 * what it does is the gradient of no penalty, so there is nothing to add to the loss.
 */
export function weightDecayPenalty(
  optimizer: Component,
  parameters: readonly ModelParameter[],
  checkpoint: Checkpoint,
): number | null {
  const { definition, options } = prepareOptimizer(optimizer);
  const { weightDecay, weightDecayOn } = options;
  if (weightDecay === 0 || definition.decouplesWeightDecay) return null;
  let squares = 0;
  for (const { name, decay } of parameters) {
    if (weightDecayOn !== 'all' && !decay) continue;
    for (const value of checkpoint[name].data) squares += value * value;
  }
  return (weightDecay / 2) * squares;
}

import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { hasDropout } from './hasDropout.ts';

/** Whether an experiment has dropout or weight decay, of which there could be less. */
export function isRegularized({
  model,
  optimizer,
}: Pick<ExperimentSpec, 'model' | 'optimizer'>): boolean {
  return Number(optimizer.options.weightDecay ?? 0) > 0 || hasDropout(model.layers);
}

import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { LayerSpec } from '../../contract/ModelSpec.ts';

/** Whether an experiment has dropout or weight decay, of which there could be less. */
export function isRegularized({
  model,
  optimizer,
}: Pick<ExperimentSpec, 'model' | 'optimizer'>): boolean {
  return Number(optimizer.options.weightDecay ?? 0) > 0 || model.layers.some(drops);
}

function drops({ type, options, layers }: LayerSpec): boolean {
  return (type === 'Dropout' && options.p !== 0) || (layers?.some(drops) ?? false);
}

import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { ParsedParams, StudioResult } from '../../../core/contract/StudioApi.ts';
import type { Shape } from '../../../core/graph/Tensor.ts';
import { refitLayers } from '../../../core/templates/refitLayers.ts';
import { refitWords } from '../../../core/templates/refitWords.ts';
import { caught } from '../../../core/training/caught.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { checkInitialModel } from './initialModelOf.ts';
import { templateFacts } from './templateFacts.ts';

export async function refitExperiment(
  context: ServiceContext,
  { spec, dataset }: ParsedParams<'experiments.refit'>,
): Promise<StudioResult<'experiments.refit'>> {
  const { layers } = spec.model;
  const facts = await templateFacts(context, { ...spec, dataset });
  if (!facts) return { layers, changes: [], keepsInitialModel: true };
  const refit = refitLayers(layers, facts);
  const changes = refitWords(layers, refit);
  const now = { ...spec, model: { layers: refit } };
  const isOther = isOtherNetwork(context, now, facts.inputShape);
  return { layers: refit, changes, keepsInitialModel: !(isOther ?? changes.length > 0) };
}

/** Than the one of its imported model; null where it cannot be built. */
function isOtherNetwork(
  { models }: ServiceContext,
  spec: ExperimentSpec,
  inputShape: Shape,
): boolean | null {
  const { initialModel } = spec;
  // That a model is not in the library is for the check to say.
  if (initialModel === undefined || !models.find(initialModel)) return false;
  const [refused] = caught(() => checkInitialModel(models, spec, inputShape));
  if (!refused) return false;
  return refused.where === 'initialModel' ? true : null;
}

import type { ParsedParams, StudioResult } from '../../../core/contract/StudioApi.ts';
import { refitLayers } from '../../../core/templates/refitLayers.ts';
import { refitWords } from '../../../core/templates/refitWords.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { templateFacts } from './templateFacts.ts';

/** Without the imported model, whose weights are of the layers as they were. */
export async function refitExperiment(
  context: ServiceContext,
  { spec: { initialModel: _weights, ...spec }, dataset }: ParsedParams<'experiments.refit'>,
): Promise<StudioResult<'experiments.refit'>> {
  const { layers } = spec.model;
  const facts = await templateFacts(context, { ...spec, dataset });
  if (!facts) return { layers, changes: [] };
  const refit = refitLayers(layers, facts);
  return { layers: refit, changes: refitWords(layers, refit) };
}

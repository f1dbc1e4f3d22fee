import type { ExperimentSettings } from '../../../core/contract/ModelTemplate.ts';
import type { TemplateFacts } from '../../../core/templates/ModelTemplate.ts';
import { describeWanted } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { checkSpec } from './checkSpec.ts';

/** What a network must know of an experiment's data; null while the shape of a sample is unknown. */
export async function templateFacts(
  context: ServiceContext,
  settings: ExperimentSettings,
): Promise<TemplateFacts | null> {
  const { target } = await describeWanted(context, settings);
  const model = { layers: [{ type: 'Identity', options: {} }] };
  const { facts } = await checkSpec(context, { ...settings, model });
  const { inputShape, numEmbeddings } = facts;
  if (!inputShape) return null;
  return {
    inputShape,
    outputs: target.kind === 'class' ? target.labels.length : 1,
    numEmbeddings,
  };
}

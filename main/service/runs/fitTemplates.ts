/** Every template, cut to the dataset of an experiment, with what would be said of it there. */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { TextSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import type {
  ExperimentSettings,
  FittedTemplate,
  ModelTemplate,
} from '../../../core/contract/ModelTemplate.ts';
import type { TemplateFacts } from '../../../core/templates/ModelTemplate.ts';
import { refitLayers } from '../../../core/templates/refitLayers.ts';
import { modelTemplates } from '../../../core/templates/registry.ts';
import { describeWanted } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { checkSpec } from './checkSpec.ts';
import { templateFacts } from './templateFacts.ts';

export async function fitTemplates(
  context: ServiceContext,
  settings: ExperimentSettings,
): Promise<ModelTemplate[]> {
  const info = await describeWanted(context, settings);
  const templates: ModelTemplate[] = [];
  for (const { id, name, summary, kind, vectorizer, layers } of modelTemplates) {
    const isRight = kind === undefined || kind === info.kind;
    const text = info.kind === 'text' ? textFor(settings, vectorizer) : undefined;
    const fitted = isRight ? await cutToDataset(context, settings, layers, text) : null;
    const reason = fitted ? null : reasonFor(kind, info);
    templates.push({ id, isOwn: false, name, summary, fitted, reason });
  }
  for (const { id, name, layers } of context.store.templates.list()) {
    const cut = (facts: TemplateFacts) => refitLayers(layers, facts);
    const fitted = await cutToDataset(context, settings, cut);
    const names = { en: name, ko: name };
    templates.push({
      id,
      isOwn: true,
      name: names,
      summary: { en: '', ko: '' },
      fitted,
      reason: fitted ? null : reasonFor(undefined, info),
    });
  }
  return templates;
}

/** Null while the shape of a sample cannot be known. */
async function cutToDataset(
  context: ServiceContext,
  settings: ExperimentSettings,
  layersFor: (facts: TemplateFacts) => readonly LayerSpec[],
  text: TextSpec | undefined = settings.preprocessing.text,
): Promise<FittedTemplate | null> {
  const preprocessing = { ...settings.preprocessing, ...(text && { text }) };
  const facts = await templateFacts(context, { ...settings, preprocessing });
  if (!facts) return null;
  const model = { layers: [...layersFor(facts)] };
  const { report } = await checkSpec(context, { ...settings, preprocessing, model });
  return { model, report, ...(text && { text }) };
}

/** The tokenizer stays as it was chosen, and so does a vectorizer of the right kind. */
function textFor(
  { preprocessing }: ExperimentSettings,
  vectorizer: TextSpec['vectorizer'],
): TextSpec {
  const { text } = preprocessing;
  const isIds = (type: string) => type === 'TokenIds';
  const keeps = text !== undefined && isIds(text.vectorizer.type) === isIds(vectorizer.type);
  return {
    tokenizer: text?.tokenizer ?? { type: 'Words', options: {} },
    vectorizer: keeps ? text.vectorizer : vectorizer,
  };
}

function reasonFor(kind: DatasetInfo['kind'] | undefined, info: DatasetInfo): string {
  if (kind === 'image' && info.kind !== 'image')
    return 'This network takes images, and the dataset has none.';
  if (kind === 'text' && info.kind !== 'text')
    return 'This network takes texts, and the dataset has none.';
  return 'What a sample looks like to a network cannot be known yet: the data screen says why.';
}

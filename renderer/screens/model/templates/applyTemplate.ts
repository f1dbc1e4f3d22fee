import { toast } from 'sonner';
import type { FittedTemplate, ModelTemplate } from '../../../../core/contract/ModelTemplate.ts';
import { i18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../state/announcement.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { replaceNetwork } from '../../../state/layers/layerEdits.ts';
import { useLayerSelection } from '../../../state/useLayerSelection.ts';
import { localizedGroups } from './localizedGroups.ts';

type Named = Pick<ModelTemplate, 'name' | 'isOwn'>;

/** Puts the template's network in the place of the open one; one step to undo. */
export function applyTemplate({ model, text }: FittedTemplate, { name, isOwn }: Named): void {
  const before = useExperiment.getState().draft?.spec;
  useExperiment.getState().change(
    (draft) => {
      replaceNetwork(isOwn ? model.layers : localizedGroups(model.layers))(draft);
      if (text) draft.spec.preprocessing.text = text;
    },
    undefined,
    { edit: 'template', name },
  );
  if (useExperiment.getState().draft?.spec === before) return;
  useLayerSelection.getState().select(null);
  announce(i18n.t('templates.applied', { name: name[i18n.language === 'ko' ? 'ko' : 'en'] }));
  if (before?.initialModel) toast(i18n.t('importedModel.dropped', { model: before.initialModel }));
}

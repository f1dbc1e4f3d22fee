import { toast } from 'sonner';
import type { FittedTemplate } from '../../../../core/contract/ModelTemplate.ts';
import type { LocalizedText } from '../../../../core/contract/primitives.ts';
import { i18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../state/announcement.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { replaceNetwork } from '../../../state/layers/layerEdits.ts';
import { useLayerSelection } from '../../../state/useLayerSelection.ts';

/** Puts the template's network in the place of the open one; one step to undo. */
export function applyTemplate({ model, text }: FittedTemplate, name: LocalizedText): void {
  const before = useExperiment.getState().draft?.spec;
  useExperiment.getState().change(
    (draft) => {
      replaceNetwork(model.layers)(draft);
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

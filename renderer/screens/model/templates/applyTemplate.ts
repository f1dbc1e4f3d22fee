import type { FittedTemplate } from '../../../../core/contract/ModelTemplate.ts';
import { i18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../state/announcement.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { useLayerSelection } from '../../../state/useLayerSelection.ts';

/** Puts the template's network in the place of the open one; one step to undo. */
export function applyTemplate({ model, text }: FittedTemplate, name: string): void {
  if (useExperiment.getState().isReadOnly) return;
  useExperiment.getState().change(({ spec }) => {
    spec.model = model;
    if (text) spec.preprocessing.text = text;
    // The weights of an imported model fit its own layers only.
    delete spec.initialModel;
  });
  useLayerSelection.getState().select(null);
  announce(i18n.t('templates.applied', { name }));
}

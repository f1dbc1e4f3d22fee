import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { OptionalComponent } from '../components/OptionalComponent.tsx';
import { useExperiment } from '../state/experiment.ts';
import { useProblems } from '../state/useProblems.ts';

export function ClippingSettings({ spec }: { readonly spec: ExperimentSpec }) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const problems = useProblems('training.gradientClipping');
  return (
    <OptionalComponent
      group="gradientClippings"
      label={t('train.clipping')}
      where="training.gradientClipping"
      value={spec.training.gradientClipping}
      problems={problems}
      onChange={(value, editOf) =>
        change((draft) => {
          if (value) draft.spec.training.gradientClipping = value;
          else delete draft.spec.training.gradientClipping;
        }, editOf ?? undefined)
      }
    />
  );
}

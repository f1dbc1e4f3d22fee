import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { Button } from '../components/Button.tsx';
import { useExperiment } from '../state/experiment.ts';
import { useTrainedSpec } from '../state/useTrainedRun.ts';
import { trainingSettings } from './trainingSettings.ts';

interface SettingsChangedProps {
  readonly spec: ExperimentSpec;
}

/** Says when the settings are no longer those of the run beside them, and brings these back. */
export function SettingsChanged({ spec }: SettingsChangedProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const trained = useTrainedSpec();
  const isSame = useMemo(() => !trained || sameSettings(trained, spec), [trained, spec]);
  if (!trained || isSame) return null;
  return (
    <p data-testid="settings-changed" className="caption flex flex-wrap gap-x-2 pt-1.5">
      {t('train.changed')}
      <Button
        variant="link"
        size="inline"
        className="text-xs"
        onClick={() => change((draft) => void Object.assign(draft.spec, trainingSettings(trained)))}
      >
        {t('train.useRunSettings')}
      </Button>
    </p>
  );
}

const sameSettings = (a: ExperimentSpec, b: ExperimentSpec) =>
  JSON.stringify(trainingSettings(a)) === JSON.stringify(trainingSettings(b));

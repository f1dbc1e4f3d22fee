import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { Button } from '../components/Button.tsx';
import { type DraftExperiment, useExperiment } from '../state/experiment.ts';
import { useTrainedSpec } from '../state/useTrainedRun.ts';
import { type ChangedPart, changesSince } from './changesSince.ts';
import { trainingSettings } from './trainingSettings.ts';

interface SettingsChangedProps {
  readonly spec: ExperimentSpec;
}

const words = {
  layers: 'undo.network',
  dataset: 'undo.places.dataset',
  split: 'undo.places.split',
  preprocessing: 'undo.places.preprocessing',
  augmentation: 'undo.places.augmentation',
  initialModel: 'undo.places.initialModel',
  settings: 'undo.places.training',
} as const satisfies Record<ChangedPart, string>;

/**
 * Says what of the experiment is no longer as in the run beside it, and brings its settings back;
 * layers and data stay the person's own.
 */
export function SettingsChanged({ spec }: SettingsChangedProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const trained = useTrainedSpec();
  const changes = useMemo(() => (trained ? changesSince(trained, spec) : []), [trained, spec]);
  if (!trained || changes.length === 0) return null;
  const parts = changes.map((part) => t(words[part])).join(', ');
  return (
    <p data-testid="settings-changed" className="caption flex flex-wrap gap-x-2 pt-1.5">
      {t('train.changed', { parts })}
      {changes.includes('settings') || changes.includes('augmentation') ? (
        <Button
          variant="link"
          size="inline"
          className="text-xs"
          onClick={() => change((draft) => takeSettings(draft, trained))}
        >
          {t('train.useRunSettings')}
        </Button>
      ) : null}
    </p>
  );
}

function takeSettings({ spec }: DraftExperiment, trained: ExperimentSpec): void {
  // The one that a run may be without.
  delete spec.warmup;
  Object.assign(spec, trainingSettings(trained));
}

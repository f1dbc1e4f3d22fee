/** Everything that decides how the network learns. */
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { ComponentPicker } from '../../components/ComponentPicker.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { useProblems } from '../../state/useProblems.ts';
import { BatchSettings } from './BatchSettings.tsx';
import { SeedAndDevice } from './SeedAndDevice.tsx';
import { SettingsChanged } from './SettingsChanged.tsx';

interface TrainSettingsProps {
  readonly spec: ExperimentSpec;
}

export function TrainSettings({ spec }: TrainSettingsProps) {
  const { t } = useTranslation();
  const { change, settle } = useExperiment();
  const problems = useProblems('');
  return (
    <section
      aria-label={t('train.settings')}
      onBlurCapture={settle}
      className="flex w-64 shrink-0 flex-col gap-5 overflow-y-auto border-r border-line p-4 min-[1180px]:w-74 min-[1180px]:p-5"
    >
      <SettingsChanged spec={spec} />
      <ComponentPicker
        group="optimizers"
        label={t('train.optimizer')}
        where="optimizer"
        value={spec.optimizer}
        problems={problems}
        onChange={(value, editOf) =>
          change((draft) => {
            draft.spec.optimizer = value;
          }, editOf ?? undefined)
        }
      />
      <hr className="border-line" />
      <BatchSettings training={spec.training} />
      <hr className="border-line" />
      <ComponentPicker
        group="losses"
        label={t('train.loss')}
        where="loss"
        value={spec.loss}
        problems={problems}
        onChange={(value, editOf) =>
          change((draft) => {
            draft.spec.loss = value;
          }, editOf ?? undefined)
        }
      />
      <hr className="border-line" />
      <SeedAndDevice seed={spec.seed} device={spec.device} />
    </section>
  );
}

/** How the learning rate moves: the schedule, the warm-up before it, and the curve of both. */
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { OptionalComponent } from '../components/OptionalComponent.tsx';
import { useExperiment } from '../state/experiment.ts';
import { useProblems } from '../state/useProblems.ts';
import { isScheduled } from './isScheduled.ts';
import { SchedulePreview } from './SchedulePreview.tsx';
import { SpecPicker } from './SpecPicker.tsx';

interface ScheduleSettingsProps {
  readonly spec: ExperimentSpec;
}

export function ScheduleSettings({ spec }: ScheduleSettingsProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const problems = useProblems('warmup');
  return (
    <div className="flex flex-col gap-2.5">
      <SpecPicker
        spec={spec}
        part="schedule"
        group="schedules"
        label={t('train.schedule')}
        isNamed
        figure={isScheduled(spec) ? <SchedulePreview /> : null}
      />
      <OptionalComponent
        group="warmups"
        label={t('train.warmup')}
        where="warmup"
        value={spec.warmup}
        problems={problems}
        onChange={(value, editOf) =>
          change((draft) => {
            if (value) draft.spec.warmup = value;
            else delete draft.spec.warmup;
          }, editOf ?? undefined)
        }
      />
    </div>
  );
}

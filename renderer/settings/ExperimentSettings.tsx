/**
 * Everything that decides how the network learns, in groups that fold; the same beside the network
 * and beside the curves.
 */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { cn } from '../components/cn.ts';
import { useAfterPaint } from '../components/useAfterPaint.ts';
import { useExperiment } from '../state/experiment.ts';
import type { SettingsPlace } from '../state/preferences.ts';
import { GroupContent } from './GroupContent.tsx';
import { SettingsChanged } from './SettingsChanged.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { settingGroups } from './settingGroups.ts';
import { useGroupSummary } from './useGroupSummary.ts';
import { useShowWanted } from './useShowWanted.ts';

interface ExperimentSettingsProps {
  readonly spec: ExperimentSpec;
  readonly place: SettingsPlace;
  readonly className?: string;
}

/** Those below are drawn a moment later, so that the screen is there at once. */
const FIRST_GROUPS = 2;

export function ExperimentSettings({ spec, place, className }: ExperimentSettingsProps) {
  const { t } = useTranslation();
  const settle = useExperiment((state) => state.settle);
  const summaryOf = useGroupSummary(spec);
  const isPainted = useAfterPaint();
  const frame = useRef<HTMLElement>(null);
  useShowWanted(frame, place);
  return (
    <section
      ref={frame}
      aria-label={t('train.settings')}
      data-testid="experiment-settings"
      onBlurCapture={settle}
      className={cn('relative flex scroll-py-1 flex-col overflow-y-auto pt-1', className)}
    >
      <SettingsChanged spec={spec} />
      {settingGroups.slice(0, isPainted ? undefined : FIRST_GROUPS).map(({ name }) => (
        <SettingsGroup key={name} place={place} name={name} summary={summaryOf(name)}>
          <GroupContent spec={spec} name={name} />
        </SettingsGroup>
      ))}
    </section>
  );
}

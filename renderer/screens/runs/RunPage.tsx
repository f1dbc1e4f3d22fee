/**
 * One run in full: what it reached, its curves, what it got wrong, and the settings that caused
 * it.
 */
import { ArrowLeft, ChevronDown, Copy, Download, GitBranchPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { experimentFromRun } from '../../actions/experimentFromRun.ts';
import { openRunSettings } from '../../actions/openRunSettings.ts';
import { showError } from '../../actions/showError.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Menu } from '../../components/Menu.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useEscape } from '../../components/useEscape.ts';
import { runTitle } from '../../format/runTitle.ts';
import { useNavigation } from '../../state/navigation.ts';
import { isActive, useRuns } from '../../state/runs.ts';
import { LayersPanel } from '../layers/LayersPanel.tsx';
import { DeviceNote } from '../train/DeviceNote.tsx';
import { DiagnosisNote } from '../train/DiagnosisNote.tsx';
import { EndReasonNote } from '../train/EndReasonNote.tsx';
import { FindingList } from '../train/FindingList.tsx';
import { GradientChart } from '../train/GradientChart.tsx';
import { LearningRateChart } from '../train/LearningRateChart.tsx';
import { MetricCharts } from '../train/MetricCharts.tsx';
import { ResumeButton } from '../train/ResumeButton.tsx';
import { CheckpointList } from './CheckpointList.tsx';
import { ExportItems } from './ExportItems.tsx';
import { TryIt } from './predict/TryIt.tsx';
import { RunFacts } from './RunFacts.tsx';
import { RunMenu } from './RunMenu.tsx';
import { RunNameField } from './RunNameField.tsx';
import { RunSettings } from './RunSettings.tsx';
import { ValidationReport } from './ValidationReport.tsx';

interface RunPageProps {
  readonly run: RunRecord;
}

export function RunPage({ run }: RunPageProps) {
  const { t } = useTranslation();
  const loadHistory = useRuns((state) => state.loadHistory);
  const close = useNavigation((state) => state.closeRunPage);
  useEffect(() => {
    loadHistory(run.id).catch(showError);
  }, [run.id, loadHistory]);
  useEscape(close);
  return (
    <div className="relative h-full overflow-y-auto">
      <RunHeader run={run} />
      <div className="flex flex-col gap-8 px-6 pb-10">
        <RunFacts run={run} />
        <DeviceNote run={run} />
        {run.endReason ? <EndReasonNote reason={run.endReason} /> : null}
        <DiagnosisNote run={run} isFull />
        <FindingList run={run} isFull />
        {run.error ? <ErrorNote error={run.error} /> : null}
        <MetricCharts
          run={run.id}
          emptyText={t(isActive(run) ? 'train.waiting' : 'train.noEpoch')}
          className="h-130"
        />
        <LearningRateChart run={run.id} emptyText={t('train.noEpoch')} />
        <GradientChart run={run.id} emptyText={t('train.noEpoch')} />
        <CheckpointList run={run} />
        <LayersPanel run={run} />
        {run.bestEpoch === null ? null : <TryIt run={run} />}
        {run.bestEpoch === null ? null : <ValidationReport run={run} />}
        <RunSettings run={run} />
      </div>
    </div>
  );
}

function RunHeader({ run }: RunPageProps) {
  const { t } = useTranslation();
  const close = useNavigation((state) => state.closeRunPage);
  const title = useRuns(({ runs }) => runTitle(run, runs));
  const [renaming, setRenaming] = useState(false);
  return (
    <header className="sticky top-0 z-10 flex h-14 items-center gap-2 bg-surface pr-5 pl-3">
      <IconButton icon={ArrowLeft} label={t('runs.back')} side="bottom" onClick={close} />
      {renaming ? (
        <RunNameField run={run} className="w-96" onEnd={() => setRenaming(false)} />
      ) : (
        <h1 className="min-w-0 truncate text-lg font-semibold" title={run.name}>
          {run.name}
          {title === run.name ? null : <span className="caption ml-2 font-normal">{title}</span>}
        </h1>
      )}
      <StatusBadge status={run.status} className="ml-1" />
      <span className="ml-auto" />
      <ResumeButton run={run} />
      <Button onClick={() => void openRunSettings(run)}>
        <Copy aria-hidden />
        {t('runs.useSettings')}
      </Button>
      {run.bestEpoch === null ? null : (
        <Button data-testid="run-onward" onClick={() => void experimentFromRun(run)}>
          <GitBranchPlus aria-hidden />
          {t('runs.onward')}
        </Button>
      )}
      <Menu
        align="end"
        trigger={
          <Button
            data-testid="export-model"
            disabled={run.bestEpoch === null}
            title={run.bestEpoch === null ? t('runs.nothingToExport') : undefined}
          >
            <Download aria-hidden />
            {t('runs.export')}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <ExportItems run={run} />
      </Menu>
      <RunMenu run={run} onRename={() => setRenaming(true)} />
    </header>
  );
}

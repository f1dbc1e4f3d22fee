/** What the run is doing, in the numbers that matter now; when it is done, what it reached. */
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { runTitle } from '../../format/runTitle.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useRunOrigin } from '../../format/useRunOrigin.ts';
import { sourceOf } from '../../state/isRunOf.ts';
import { isActive, useRuns } from '../../state/runs.ts';
import { RunControls } from './controls/RunControls.tsx';
import { DeviceNote } from './DeviceNote.tsx';
import { DiagnosisNote } from './DiagnosisNote.tsx';
import { EndReasonNote } from './EndReasonNote.tsx';
import { FindingList } from './FindingList.tsx';
import { isFatal } from './isFatal.ts';
import { LiveNumbers } from './LiveNumbers.tsx';
import { Outcome } from './Outcome.tsx';
import { ResumeButton } from './ResumeButton.tsx';

interface RunHeadlineProps {
  readonly run: RunRecord | null;
}

export function RunHeadline({ run }: RunHeadlineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = useRuns(({ runs }) => run && runTitle(run, runs));
  const stopping = useRuns((state) => run !== null && state.stopping.has(run.id));
  const origin = useRunOrigin(run && sourceOf(run));
  if (!run) {
    return (
      <p data-testid="run-status" data-status="none" className="text-md text-muted">
        {t('train.notYet')}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-3">
        <div className="min-w-0">
          <div
            data-testid="run-status"
            data-status={run.status}
            data-run={run.id}
            className="flex min-h-7 items-center gap-2 text-muted"
          >
            <StatusBadge status={run.status} stopping={stopping} />
            <span className="caption truncate">{title}</span>
            <span className="caption shrink-0">{format.dateTime(run.startedAt)}</span>
            <ResumeButton run={run} size="sm" className="ml-auto" />
          </div>
          {origin ? <p data-testid="run-origin">{origin}</p> : null}
          <Outcome run={run} />
          <DeviceNote run={run} />
          {run.endReason ? <EndReasonNote reason={run.endReason} /> : null}
        </div>
        <LiveNumbers run={run} />
        <RunControls run={run} />
      </div>
      <DiagnosisNote run={run} />
      <FindingList run={run} />
      {run.error && !isActive(run) && !isTold(run) ? (
        <ErrorNote error={run.error} isTitled={run.last !== null} />
      ) : null}
    </div>
  );
}

/** What broke is said by its finding, with the way to the layer. */
const isTold = ({ error, findings }: RunRecord) =>
  error?.code === 'diverged' && findings.some(({ kind }) => isFatal(kind));

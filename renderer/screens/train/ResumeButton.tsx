import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { resumeRun } from '../../actions/resumeRun.ts';
import { Button, type ButtonProps } from '../../components/Button.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { canResume } from '../../state/runs.ts';

interface ResumeButtonProps extends Pick<ButtonProps, 'size' | 'className'> {
  readonly run: RunRecord;
}

/** Lets an interrupted run go on; nothing for one that cannot, or that would only diverge again. */
export function ResumeButton({ run, ...look }: ResumeButtonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!canResume(run) || run.error?.code === 'diverged') return null;
  return (
    <Button data-testid="resume-run" onClick={() => void resumeRun(run)} {...look}>
      <RotateCw aria-hidden />
      {t('train.resume')}
      <span className="font-normal text-muted">
        {t('train.resumeFrom', { iteration: format.integer(run.position?.iteration) })}
      </span>
    </Button>
  );
}

import { useTranslation } from 'react-i18next';
import type { RunStatus } from '../../core/contract/RunRecord.ts';
import { cn } from './cn.ts';

const dots: Record<RunStatus, string> = {
  queued: 'bg-line-strong',
  running: 'bg-accent animate-[pulse-dot_1.2s_infinite]',
  paused: 'bg-accent',
  completed: 'bg-good',
  stopped: 'bg-attention',
  failed: 'bg-error',
  crashed: 'bg-error',
};

interface StatusBadgeProps {
  readonly status: RunStatus;
  readonly stopping?: boolean;
  readonly className?: string;
}

export function StatusBadge({ status, stopping, className }: StatusBadgeProps) {
  const { t } = useTranslation();
  return (
    <span className={cn('inline-flex items-center gap-1.5 text-xs whitespace-nowrap', className)}>
      <span aria-hidden className={cn('size-2 rounded-full', dots[status])} />
      {stopping ? t('status.stopping') : t(`status.${status}`)}
    </span>
  );
}

import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../core/contract/ExperimentReport.ts';
import { cn } from './cn.ts';

const looks = {
  error: { Icon: CircleAlert, color: 'text-error' },
  warning: { Icon: TriangleAlert, color: 'text-attention' },
  suggestion: { Icon: Lightbulb, color: 'text-muted' },
} as const;

interface ProblemNoteProps {
  readonly problem: Pick<Problem, 'severity' | 'message'>;
  readonly className?: string;
}

export function ProblemNote({ problem, className }: ProblemNoteProps) {
  const { Icon, color } = looks[problem.severity];
  return (
    <p className={cn('flex gap-1.5 text-xs selectable', color, className)}>
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0">{problem.message}</span>
    </p>
  );
}

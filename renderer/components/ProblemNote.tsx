import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../core/contract/ExperimentReport.ts';
import { useProblemWords } from '../i18n/useProblemWords.ts';
import { cn } from './cn.ts';
import { ProblemActions } from './ProblemActions.tsx';

const looks = {
  error: { Icon: CircleAlert, color: 'text-error' },
  warning: { Icon: TriangleAlert, color: 'text-attention' },
  suggestion: { Icon: Lightbulb, color: 'text-muted' },
} as const;

interface ProblemNoteProps {
  /** What has fixes, or can be let rest, brings its buttons along. */
  readonly problem: Pick<Problem, 'severity' | 'message' | 'fixes' | 'rule' | 'explanation'>;
  /** Under the field at fault: its name is not said again. */
  readonly isInField?: boolean;
  /** Three lines of it, the whole on hover: where the place itself says it in full. */
  readonly isBrief?: boolean;
  readonly className?: string;
}

export function ProblemNote(props: ProblemNoteProps) {
  const { problem, isInField = false, isBrief = false, className } = props;
  const words = useProblemWords()(problem.message, isInField);
  const { Icon, color } = looks[problem.severity];
  return (
    <div className={cn('flex gap-1.5 text-xs selectable', color, className)}>
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <div className="min-w-0">
        <p className={isBrief ? 'line-clamp-3' : undefined} title={isBrief ? words : undefined}>
          {words}
        </p>
        <ProblemActions problem={problem} />
      </div>
    </div>
  );
}
